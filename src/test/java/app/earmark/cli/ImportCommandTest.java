package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets out and back on the command line. */
class ImportCommandTest {

    @TempDir
    Path folder;

    private Path sound;

    @BeforeEach
    void scanALibrary() throws IOException {
        sound = folder.resolve("lib/a.wav");
        Tones.sineFile(sound, 300, 0.5, 44_100);
        assertThat(run("scan", folder.resolve("lib")).exitCode()).isZero();
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private String fields() {
        return String.valueOf(run("info", sound, "--json").json().get("fields"));
    }

    private Path sheet(String text) throws IOException {
        return Files.writeString(folder.resolve("s.csv"), text);
    }

    @Test
    void aDryRunTellsAndChangesNothing() throws IOException {
        Path sheet = sheet("File Name;Cat ID;Notes;Weather\na.wav;doorwood;squeaks;sunny\nb.wav;RAIN;;\n");

        CliRun dry = run("import", sheet, "--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.err())
                .contains("Read as CSV, separated by semicolons, UTF-8.")
                .contains("Columns passed over: Weather.")
                .contains("Row 3: the catalogue has no sound called b.wav.");
        assertThat(dry.out())
                .contains("tag DOORWood: none → person")
                .contains("Notes: empty → “squeaks”")
                .contains("2 rows, 1 matched by name alone.")
                .contains("1 clip would change.");
        assertThat(run("tags", "list", sound).out()).doesNotContain("DOORWood");
        assertThat(fields()).doesNotContain("squeaks");

        CliRun done = run("import", sheet);
        assertThat(done.out()).contains("1 clip changed; earmark undo takes it back.");
        assertThat(run("tags", "list", sound).out()).containsPattern("DOORWood +DOORS-WOOD +person");
        assertThat(fields()).contains("\"Notes\":\"squeaks\"");

        assertThat(run("undo").exitCode()).isZero();
        assertThat(run("tags", "list", sound).out()).doesNotContain("DOORWood");
        assertThat(fields()).doesNotContain("squeaks");
    }

    @Test
    void theObjectHasEverything() throws IOException {
        JsonObject json = run(
                        "import",
                        sheet("Filename,Rec,Tags\na.wav,Zoom,rain drum\n"),
                        "--map",
                        "rec=RecMedium",
                        "--json")
                .json();
        assertThat(json.get("rows").getAsInt()).isEqualTo(1);
        assertThat(json.getAsJsonObject("matched").get("name alone").getAsInt()).isEqualTo(1);
        assertThat(run("undo", json.get("edit").getAsLong()).out()).contains("Undone: Import s.csv");
        assertThat(json.getAsJsonArray("columns").get(1).toString())
                .isEqualTo("{\"heading\":\"Rec\",\"field\":\"RecMedium\"}");
        JsonObject change = json.getAsJsonArray("changes").get(0).getAsJsonObject();
        assertThat(change.get("path").getAsString()).isEqualTo(sound.toString());
        assertThat(change.getAsJsonArray("tags").toString())
                .isEqualTo("[{\"label\":\"rain drum\",\"before\":\"\",\"after\":\"person\"}]");
    }

    @Test
    void whatWasExportedChangesNothingAndPresetsChooseColumns() throws IOException {
        run("tags", "add", sound, "my word");
        for (String name : new String[] {"s.csv", "s.xlsx", "s.jsonl"}) {
            Path sheet = folder.resolve(name);
            assertThat(run("export", sheet).exitCode()).isZero();
            assertThat(run("import", sheet).out()).as(name).contains("Nothing changed.");
        }
        Path chosen = folder.resolve("chosen.csv");
        assertThat(run("export", "--columns", "filename,Title=FXName", "--save-preset", "Mine")
                        .out())
                .contains("Mine (your own)\n  Filename, Title=FXName");
        assertThat(run("export", chosen, "--preset", "mine").exitCode()).isZero();
        assertThat(Files.readAllLines(chosen).get(0)).isEqualTo("Filename,Title");
        assertThat(run("export", chosen, "--preset", "none").exitCode()).isEqualTo(3);
        assertThat(run("export", chosen, "--columns", "Nonsense").exitCode()).isEqualTo(2);
        assertThat(run("export", "--remove-preset", "Mine", "--json").json().getAsJsonArray("presets"))
                .hasSize(5);
        assertThat(run("export").exitCode()).isEqualTo(2);
    }

    @Test
    void gapsAreFilledAndWhatIsThereStays() throws IOException {
        run("import", sheet("Filename,Notes,CatID\na.wav,first,RAINVege\n"));

        Path other = sheet("Filename,Notes,CatID,Designer\na.wav,second,DOORWood,Ada\n");
        assertThat(run("import", other, "--fill-gaps").exitCode()).isZero();

        assertThat(fields()).contains("\"Notes\":\"first\"").contains("\"Designer\":\"Ada\"");
        assertThat(run("tags", "list", sound).out())
                .containsPattern("RAINVege .* person")
                .doesNotContain("DOORWood");
    }

    @Test
    void onRequestUnlistedTagsEndAndEmptyCellsClear() throws IOException {
        run("import", sheet("Filename,Notes,Tags\na.wav,here,one; two\n"));

        Path other = sheet("Filename,Notes,Tags\na.wav,,two\n");
        assertThat(run("import", other).out()).contains("Nothing changed.");
        assertThat(run("import", other, "--replace-tags").exitCode()).isZero();
        assertThat(run("tags", "list", sound).out())
                .containsPattern("(?m)^two ")
                .doesNotContainPattern("(?m)^one ");
        assertThat(fields()).contains("here");

        assertThat(run("import", other, "--empty-clears").exitCode()).isZero();
        assertThat(fields()).doesNotContain("here");
    }

    @Test
    void aColumnCanBePassedOver() throws IOException {
        Path sheet = sheet("Filename,Notes,Designer\na.wav,kept out,Ada\n");
        assertThat(run("import", sheet, "--map", "notes=").exitCode()).isZero();
        assertThat(fields()).contains("\"Designer\":\"Ada\"").doesNotContain("kept out");
    }

    @Test
    void theEncodingNamedIsTheOneReadIn() throws IOException {
        Path sheet = folder.resolve("mac.csv");
        Files.write(sheet, "Filename,Notes\na.wav,T\u00fcr \u00a9 \u2206\n".getBytes(Charset.forName("x-MacRoman")));
        CliRun done = run("import", sheet, "--encoding", "Mac Roman");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(fields()).contains("T\u00fcr \u00a9 \u2206");
    }

    @Test
    void presetsAreListedAndGiveTheHeadings() throws IOException {
        assertThat(run("export", "--list-presets").out())
                .contains("Soundminer-style", "BaseHead-style", "Soundly-style", "UCS", "Everything");
        Path sheet = folder.resolve("sm.csv");
        assertThat(run("export", sheet, "--preset", "soundminer-style").exitCode())
                .isZero();
        assertThat(Files.readAllLines(sheet).get(0)).contains("Filename").contains("Pathname");
    }

    @Test
    void wrongUseAndBadSheetsEndWithASentence() throws IOException {
        assertThat(run("import", sheet("A,B\n1,2\n")).err()).contains("Its headings: A, B.");
        assertThat(run("import", sheet("Filename,Notes\na.wav,x\n"), "--map", "Notes=Nonsense")
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("import", sheet("Filename,Notes\na.wav,x\n"), "--encoding", "klingon")
                        .exitCode())
                .isEqualTo(2);
        CliRun unmatched = run("import", sheet("Filename,Notes\nzzz.wav,x\n"));
        assertThat(unmatched.exitCode()).isEqualTo(3);
        assertThat(unmatched.out()).contains("none matched");
    }

    @Test
    void aSheetThatIsNotThereIsNotFound() {
        CliRun absent = run("import", folder.resolve("no.csv"), "--json");
        assertThat(absent.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(absent.err()).contains("There is no file " + folder.resolve("no.csv"));
    }

    @Test
    void namesOnlySoManyHeadingsOfWhatIsNoSheet() throws IOException {
        CliRun noSheet = run("import", sheet("x".repeat(3_000) + ",y".repeat(900) + "\n1,2\n"));
        assertThat(noSheet.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(noSheet.err()).contains("and 841 more").hasSizeLessThan(600);
    }
}
