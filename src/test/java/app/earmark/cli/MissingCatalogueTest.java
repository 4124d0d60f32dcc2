package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what adds sounds makes a catalogue; a mistyped name is said, and leaves nothing behind. */
class MissingCatalogueTest {

    private static final String SOUND = "SOUND";

    @TempDir
    Path folder;

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("search", "a door"),
                List.of("search", "door", "--mode", "keyword"),
                List.of("similar", SOUND),
                List.of("export", "SHEET"),
                List.of("export", "SHEET", "--query", "door"),
                List.of("tags", "list", SOUND),
                List.of("tags", "add", SOUND, "door"),
                List.of("tags", "remove", SOUND, "door"),
                List.of("forget", SOUND, "--yes"),
                List.of("relocate", SOUND, SOUND),
                List.of("libraries"));
    }

    private CliRun run(Path home, List<String> command, Object... more) throws IOException {
        Path sound = Tones.sineFile(folder.resolve("sound.wav"), 440, 0.2, 44_100);
        return CliRun.of(
                home,
                Stream.concat(
                                command.stream().map(word -> switch (word) {
                                    case SOUND -> sound;
                                    case "SHEET" -> folder.resolve("sheet.csv");
                                    default -> word;
                                }),
                                Stream.of(more))
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aNamedCatalogueThatIsNotThereIsSaidAndNotMade(List<String> command) throws IOException {
        Path typo = folder.resolve("catalouge.db");
        CliRun run = run(folder.resolve("home"), command, "--catalogue", typo, "--json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains(typo.toString(), "--catalogue").doesNotContain("Exception");
        assertThat(run.json().getAsJsonObject("error").get("exitCode").getAsInt())
                .isEqualTo(3);
        assertThat(names()).containsExactly("sound.wav");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void beforeTheFirstScanEveryCommandSaysWhatToDo(List<String> command) throws IOException {
        CliRun run = run(folder.resolve("home"), command);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("earmark scan FOLDER").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        assertThat(names()).containsExactly("sound.wav");
    }

    @Test
    void infoListensToAFileBeforeTheFirstScanButNotOverATypo() throws IOException {
        CliRun listened = run(folder.resolve("home"), List.of("info", SOUND), "--json");
        assertThat(listened.exitCode()).as(listened.err()).isZero();
        assertThat(listened.json().get("inCatalogue").getAsBoolean()).isFalse();
        assertThat(folder.resolve("home/catalogue.db")).doesNotExist();

        Path typo = folder.resolve("catalouge.db");
        CliRun run = run(folder.resolve("home"), List.of("info", SOUND), "--catalogue", typo);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(typo.toString());
        assertThat(typo).doesNotExist();
    }

    @Test
    void scanningNothingOrNowhereMakesNoCatalogue() throws IOException {
        Path fresh = folder.resolve("fresh.db");
        CliRun nothing = run(folder.resolve("home"), List.of("scan"), "--catalogue", fresh);
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("earmark scan FOLDER");
        CliRun nowhere = run(folder.resolve("home"), List.of("scan"), folder.resolve("nowhere"), "--catalogue", fresh);
        assertThat(nowhere.exitCode()).isEqualTo(3);
        assertThat(names()).containsExactly("sound.wav");
    }

    @Test
    void doctorAndClassifyNeedNone() throws IOException {
        Path typo = folder.resolve("catalouge.db");
        CliRun classify =
                run(folder.resolve("home"), List.of("classify", SOUND, "--labels", "a,b"), "--catalogue", typo);
        assertThat(classify.exitCode()).as(classify.err()).isZero();
        assertThat(run(folder.resolve("home"), List.of("doctor"), "--catalogue", typo)
                        .out())
                .contains(typo + " does not exist yet");
        assertThat(typo).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
