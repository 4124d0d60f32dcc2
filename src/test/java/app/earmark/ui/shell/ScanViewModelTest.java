package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.indexing.ScanReport;
import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanViewModelTest {

    @Test
    void aScanEndsWithOneSentence() {
        assertThat(ScanViewModel.sentence(new ScanReport(12, 1, 1_200, 2, 3, false, List.of(), List.of())))
                .isEqualTo("Scan done: 1 sound listened to, 1,200 unchanged, 2 offline, 3 failed.");
    }

    @Test
    void aStoppedScanSaysHowToGoOn() {
        assertThat(ScanViewModel.sentence(new ScanReport(12, 5, 0, 0, 0, true, List.of(), List.of())))
                .isEqualTo("Scan stopped: 5 sounds listened to, 0 unchanged. Scan again to go on.");
    }

    @Test
    void anAbsentLibraryIsNamedWithWhatToDo() {
        SoundLibrary gone = new SoundLibrary(new LibraryId(1), Path.of("/media/sfx"), "sfx", true, 900);

        assertThat(ScanViewModel.sentence(new ScanReport(0, 0, 0, 0, 0, false, List.of(), List.of(gone))))
                .contains("sfx", "nothing was marked", "Connect its drive");
    }
}
