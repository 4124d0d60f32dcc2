package app.earmark.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import app.earmark.ui.fakes.MemoryLibraries;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.library.LibraryRecords.Found;
import app.earmark.ui.task.TaskListViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class RelocationViewModelTest extends ApplicationTest {

    private static final Path OLD = Path.of("/media/old/Sounds").toAbsolutePath();
    private static final Path NEW = Path.of("/media/new/Sounds").toAbsolutePath();

    private final MemoryLibraries records = new MemoryLibraries();
    private final TaskListViewModel tasks = new TaskListViewModel(new Threads().background());
    private final List<Path> scanned = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private int changes;
    private final RelocationViewModel model = new RelocationViewModel(records, tasks, () -> changes++, scanned::addAll);

    @Override
    public void start(Stage unused) {}

    private void relocate(Path folder, boolean goAhead) {
        SoundLibrary library = new SoundLibrary(new LibraryId(1), OLD, "Sounds", true, 100);
        interact(() -> model.relocate(library, folder, doubt -> {
            doubts.add(doubt);
            return goAhead;
        }));
    }

    @Test
    void recordsALibraryWhereItsFilesAreAndBringsItUpToDate() {
        relocate(NEW, false);

        assertThat(doubts).isEmpty();
        assertThat(records.moved).containsExactly(NEW);
        assertThat(changes).isOne();
        assertThat(scanned).containsExactly(NEW);
        assertThat(tasks.notice().get().sentence()).contains("100 of 100 sounds");
    }

    @Test
    void asksBeforeItRecordsALibraryWhereFewOfItsFilesAre() {
        records.found = new Found(100, 3, false);

        relocate(NEW, false);
        assertThat(doubts).singleElement().asString().contains("Only 3 of its 100 sounds");
        assertThat(records.moved).isEmpty();

        relocate(NEW, true);
        assertThat(records.moved).containsExactly(NEW);
    }

    @Test
    void asksBeforeItLeavesAFolderThatIsStillThere() {
        records.found = new Found(100, 100, true);

        relocate(NEW, false);

        assertThat(doubts).singleElement().asString().contains(OLD + " is still there");
        assertThat(records.moved).isEmpty();
    }

    @Test
    void leavesALibraryThatIsThereAlreadyAlone() {
        relocate(OLD, true);

        assertThat(records.moved).isEmpty();
        assertThat(scanned).isEmpty();
    }
}
