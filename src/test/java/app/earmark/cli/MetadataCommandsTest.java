package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFields;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.metadata.write.MetadataWriter;
import app.earmark.progress.Progress;
import app.earmark.testing.Tones;
import app.earmark.ucs.UcsTable;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataCommandsTest {

    @TempDir
    Path folder;

    private Path library;
    private Path gate;

    @BeforeEach
    void scanALibraryAndTagIt() throws IOException {
        library = folder.resolve("lib");
        gate = library.resolve("gate.wav");
        for (Path file :
                new Path[] {gate, library.resolve("hum.wav"), library.resolve("RAINGlas_Window_ABC_SRC.wav")}) {
            Tones.sineFile(file, 300 + file.toString().length(), 0.2, 44_100);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));
        }
        assertThat(run("scan", library).exitCode()).isZero();
        assertThat(run("tags", "add", gate, "DOORGate", "rusty").exitCode()).isZero();
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private JsonObject json(Object... arguments) {
        CliRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    @Test
    void aDryRunShowsTheDifferencesAndTouchesNothing() throws IOException {
        byte[] before = Files.readAllBytes(gate);
        JsonObject plan = json("metadata", "write", library, "--dry-run", "--json");
        assertThat(plan.get("dryRun").getAsBoolean()).isTrue();
        assertThat(plan.get("written").getAsInt()).isEqualTo(2);
        assertThat(plan.get("unchanged").getAsInt()).isEqualTo(1);
        assertThat(plan.toString())
                .contains("\"block\":\"iXML USER\",\"key\":\"CATID\",\"before\":\"\",\"after\":\"DOORGate\"");
        assertThat(Files.readAllBytes(gate)).isEqualTo(before);
    }

    @Test
    void withoutAnAnswerNothingIsWritten() throws IOException {
        byte[] before = Files.readAllBytes(gate);
        CliRun unasked = run("metadata", "write", gate);
        assertThat(unasked.exitCode()).isEqualTo(4);
        assertThat(unasked.err()).contains("--yes");
        assertThat(Files.readAllBytes(gate)).isEqualTo(before);
    }

    @Test
    void writesWhatAPersonSaidAndNothingIsListenedToAgain() throws IOException {
        JsonObject written = json("metadata", "write", gate, "--yes", "--json");
        assertThat(written.get("written").getAsInt()).isEqualTo(1);

        JsonObject fields = json("metadata", "show", gate, "--json").getAsJsonObject("fields");
        assertThat(fields.get("CatID").getAsString()).isEqualTo("DOORGate");
        assertThat(fields.get("Keywords").getAsString()).contains("rusty");

        JsonObject scan = json("scan", library, "--json");
        assertThat(scan.get("embedded").getAsInt()).isZero();
        assertThat(scan.get("unchanged").getAsInt()).isEqualTo(3);
        JsonObject info = json("info", gate, "--json");
        assertThat(info.get("state").getAsString()).isEqualTo("embedded");
        assertThat(info.getAsJsonObject("fields").get("CatID").getAsString()).isEqualTo("DOORGate");
    }

    /** The note stands beside the catalogue, and the journal knows nothing: as after a crash behind the renames. */
    @Test
    void whatWasWrittenBeforeACrashIsNotListenedToAgainAndCanBeUndone() throws IOException {
        byte[] before = Files.readAllBytes(gate);
        Path catalogue = catalogue();
        MetadataWriter writer = new MetadataWriter(UcsTable.load());
        MetadataPlan plan = writer.plan(gate, new ClipFields(Map.of("Notes", "Written and cut off")));
        MetadataWriter.Outcome outcome = writer.write(
                List.of(plan),
                folder.resolve("elsewhere"),
                backup -> Files.writeString(
                        catalogue.resolveSibling(catalogue.getFileName() + "-writing"), backup.toString()),
                Progress.NONE);
        assertThat(outcome.written()).hasSize(1);

        JsonObject scan = json("scan", library, "--json");

        assertThat(scan.get("unchanged").getAsInt()).isEqualTo(3);
        assertThat(json("info", gate, "--json")
                        .getAsJsonObject("fields")
                        .get("Notes")
                        .getAsString())
                .isEqualTo("Written and cut off");
        assertThat(catalogue.resolveSibling(catalogue.getFileName() + "-writing"))
                .doesNotExist();
        assertThat(json("metadata", "undo", "--json").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(gate)).isEqualTo(before);
    }

    private Path catalogue() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            return files.filter(file -> file.toString().matches(".*\\.(db|sqlite|earmark|catalogue)"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aFileThatWasWrittenIsKnownWhereverItIsMovedTo() throws IOException {
        json("metadata", "write", gate, "--yes", "--json");
        Path moved = library.resolve("elsewhere.wav");
        Files.move(gate, moved);
        assertThat(json("scan", library, "--json").get("embedded").getAsInt()).isZero();
        assertThat(json("tags", "list", moved, "--json").toString()).contains("rusty");
    }

    @Test
    void undoesToTheByteAndRedoes() throws IOException {
        byte[] before = Files.readAllBytes(gate);
        json("metadata", "write", gate, "--yes", "--json");
        byte[] written = Files.readAllBytes(gate);
        assertThat(written).isNotEqualTo(before);

        assertThat(json("metadata", "undo", "--json").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(gate)).isEqualTo(before);
        assertThat(json("redo", "--json").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(gate)).isEqualTo(written);
        assertThat(json("scan", library, "--json").get("embedded").getAsInt()).isZero();
    }

    @Test
    void undoOfMetadataDoesNotUndoSomethingElse() {
        CliRun run = run("metadata", "undo");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("earmark undo");
    }

    @Test
    void setWritesOneFieldAndRefusesUnknownOnes() {
        json("metadata", "write", gate, "--set", "description=A gate", "--yes", "--json");
        JsonObject shown = json("metadata", "show", gate, "--json");
        assertThat(shown.getAsJsonObject("fields").get("Description").getAsString())
                .isEqualTo("A gate");
        assertThat(shown.toString()).doesNotContain("CATID");
        assertThat(run("metadata", "write", gate, "--set", "colour=red", "--yes")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aFileThatCantBeWrittenIsNamedAndTheOthersAreWritten() throws IOException {
        Files.setPosixFilePermissions(gate, PosixFilePermissions.fromString("r--r--r--"));
        CliRun run = run("metadata", "write", library, "--yes", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("written").getAsInt()).isEqualTo(1);
        assertThat(run.json().get("refused").getAsInt()).isEqualTo(1);
        for (JsonElement file : run.json().getAsJsonArray("files")) {
            if (file.getAsJsonObject().get("outcome").getAsString().equals("refused")) {
                assertThat(file.getAsJsonObject().get("problem").getAsString())
                        .contains(gate.toString())
                        .contains("read-only");
            }
        }
    }

    @Test
    void showNamesWhatIsWrong() throws IOException {
        assertThat(run("metadata", "show", folder.resolve("none.wav")).exitCode())
                .isEqualTo(3);
        Path text = Files.writeString(folder.resolve("text.wav"), "this is no sound file at all");
        CliRun run = run("metadata", "show", text);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("does not read").doesNotContain("Exception");
    }

    @Test
    void aFileIsStillKnownWhereverItIsMovedAfterAnUndo() throws IOException {
        json("metadata", "write", gate, "--set", "Description=An old gate", "--yes", "--json");
        json("metadata", "undo", "--json");
        Path moved = library.resolve("gates/old.wav");
        Files.createDirectories(moved.getParent());
        Files.move(gate, moved);

        assertThat(run("scan", library).exitCode()).isZero();
        assertThat(json("tags", "list", moved, "--json").toString()).contains("rusty");
    }

    @Test
    void whatCouldNotBeUndoneIsNamedBesideTheError() throws IOException {
        json("metadata", "write", gate, "--set", "Description=An old gate", "--yes", "--json");
        Files.delete(gate);

        CliRun undo = run("undo", "--json");
        assertThat(undo.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(undo.json().getAsJsonObject("error").get("exitCode").getAsInt())
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(undo.json().getAsJsonArray("failures")).singleElement().satisfies(failure -> assertThat(
                        failure.getAsJsonObject().get("path").getAsString())
                .isEqualTo(gate.toString()));
        assertThat(undo.json().getAsJsonObject("edit").get("undone").getAsBoolean())
                .isFalse();
    }
}
