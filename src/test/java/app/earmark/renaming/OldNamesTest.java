package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldNamesTest {

    private static final Instant THEN = Instant.parse("2026-11-22T10:20:30.456Z");
    private static final Instant LATER = THEN.plusSeconds(60);

    @TempDir
    Path folder;

    @Test
    void eachPresentNameHasTheOneItCameWith() throws IOException {
        record(THEN, false, "a, \"b\".wav", "RAIN_a.wav");
        assertThat(Files.readString(folder.resolve(OldNames.FILE_NAME)))
                .startsWith("Filename,OriginalFilename,Renamed")
                .contains("RAIN_a.wav,\"a, \"\"b\"\".wav\",2026-11-22T10:20:30Z");
        record(LATER, false, "RAIN_a.wav", "RAIN_b.wav");
        assertThat(OldNames.read(folder))
                .isEqualTo(Map.of("RAIN_b.wav", new OldNames.Row("a, \"b\".wav", "2026-11-22T10:21:30Z")));
    }

    @Test
    void aFileThatHasItsFirstNameAgainHasNoRowAndWithoutRowsThereIsNoFile() throws IOException {
        record(THEN, false, "a.wav", "RAIN_a.wav");
        record(LATER, true, "RAIN_a.wav", "a.wav");
        assertThat(OldNames.read(folder)).isEmpty();
        assertThat(folder.resolve(OldNames.FILE_NAME)).doesNotExist();
    }

    @Test
    void puttingBackWhatWasNeverNotedNotesNothing() throws IOException {
        record(THEN, true, "RAIN_a.wav", "a.wav");
        assertThat(OldNames.read(folder)).isEmpty();
    }

    @Test
    void namesThatAreSwappedKeepTheirOwnOriginals() throws IOException {
        record(THEN, false, "a.wav", "x.wav", "b.wav", "y.wav");
        record(LATER, false, "x.wav", "y.wav", "y.wav", "x.wav");
        Map<String, OldNames.Row> rows = OldNames.read(folder);
        assertThat(rows.get("y.wav").originalName()).isEqualTo("a.wav");
        assertThat(rows.get("x.wav").originalName()).isEqualTo("b.wav");
        assertThat(rows).hasSize(2);
    }

    @Test
    void aFileOfOtherColumnsHasNoNames() throws IOException {
        Files.writeString(folder.resolve(OldNames.FILE_NAME), "Filename,Colour\na.wav,red\n");
        assertThat(OldNames.read(folder)).isEmpty();
    }

    @Test
    void aFileThatIsNoTableIsSaidToBeNone() throws IOException {
        Files.writeString(folder.resolve(OldNames.FILE_NAME), "Filename,Filename,OriginalFilename\n");
        assertThatThrownBy(() -> OldNames.read(folder)).isInstanceOf(IOException.class);
    }

    private void record(Instant at, boolean back, String... fromTo) throws IOException {
        List<FileMove> moves = new ArrayList<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            moves.add(new FileMove(Optional.empty(), folder.resolve(fromTo[i]), folder.resolve(fromTo[i + 1])));
        }
        OldNames.record(folder, moves, back, at);
    }
}
