package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code undo} and {@code redo} of names and metadata, when the files are not where they were any more. */
class UndoOfMovedFilesTest {

    @TempDir
    Path folder;

    private Path library;
    private Path gate;
    private byte[] before;

    @BeforeEach
    void scanALibraryAndTagIt() throws IOException {
        library = folder.resolve("lib");
        gate = library.resolve("gate.wav");
        Tones.sineFile(gate, 300, 0.2, 44_100);
        Tones.sineFile(library.resolve("other.wav"), 500, 0.2, 44_100);
        before = Files.readAllBytes(gate);
        json("scan", library);
        json("tags", "add", gate, "DOORGate", "rusty");
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private JsonObject json(Object... arguments) {
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        CliRun run = run(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private Path move(Path from, String to) throws IOException {
        Path target = library.resolve(to);
        Files.createDirectories(target.getParent());
        return Files.move(from, target);
    }

    private int listenedAgain() {
        return json("scan", library).get("embedded").getAsInt();
    }

    @Test
    void writtenMetadataIsTakenBackWhereTheFileIsNow() throws IOException {
        json("metadata", "write", gate, "--yes");
        byte[] written = Files.readAllBytes(gate);
        Path moved = move(gate, "doors/iron.wav");
        json("scan", library);

        assertThat(json("undo").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(moved)).isEqualTo(before);
        assertThat(json("info", moved).get("inCatalogue").getAsBoolean()).isTrue();
        assertThat(json("redo").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(moved)).isEqualTo(written);
        assertThat(listenedAgain()).isZero();
    }

    @Test
    void aFileThatNoScanHasFoundYetIsNamedOnceAndTakenBackAfterTheScan() throws IOException {
        json("metadata", "write", gate, "--yes");
        Path moved = move(gate, "doors/iron.wav");

        CliRun undo = run("undo");
        assertThat(undo.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(undo.err()).containsOnlyOnce("“gate.wav” is no longer in " + library + "; if it was moved, scan");

        json("scan", library);
        assertThat(json("undo").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(moved)).isEqualTo(before);
    }

    @Test
    void aFileThatIsInTheCatalogueAnewIsFoundByItsContent() throws IOException {
        json("metadata", "write", gate, "--yes");
        json("forget", gate, "--yes");
        Path moved = move(gate, "doors/iron.wav");
        json("scan", library);

        assertThat(json("undo").get("files").getAsInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(moved)).isEqualTo(before);
        assertThat(listenedAgain()).isZero();
    }

    @Test
    void ofSeveralFilesWithThatContentNoneIsTouched() throws IOException {
        json("metadata", "write", gate, "--yes");
        json("forget", gate, "--yes");
        byte[] written = Files.readAllBytes(gate);
        Path one = move(gate, "doors/iron.wav");
        Path two = Files.copy(one, library.resolve("doors/copy.wav"));
        json("scan", library);

        assertThat(run("undo").exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(Files.readAllBytes(one)).isEqualTo(written);
        assertThat(Files.readAllBytes(two)).isEqualTo(written);
    }

    @Test
    void aFileWhoseBytesChangedSinceIsLeftAsItIs() throws IOException {
        json("metadata", "write", gate, "--yes");
        Files.write(gate, new byte[] {'e', 'd', 'i', 't', 1, 0, 0, 0, 7, 0}, StandardOpenOption.APPEND);
        byte[] changed = Files.readAllBytes(gate);
        json("scan", library);

        CliRun undo = run("undo");
        assertThat(undo.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(undo.err()).containsOnlyOnce(gate + " has changed since, and was left as it is");
        assertThat(Files.readAllBytes(gate)).isEqualTo(changed);
    }

    /** Same length, and all bytes that the backup knows: only the sound is another one. */
    @Test
    void aFileThatOnlyLooksLikeTheFormerOneDoesNotCountAsPutBack() throws IOException {
        json("metadata", "write", gate, "--yes");
        byte[] edited = before.clone();
        edited[edited.length - 1] ^= 1;
        Files.write(gate, edited);

        CliRun undo = run("undo");
        assertThat(undo.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(undo.err()).containsOnlyOnce("has changed since");
        assertThat(Files.readAllBytes(gate)).isEqualTo(edited);
    }

    @Test
    void formerNamesAreGivenBackWhereTheFilesAreNowTogetherWithWhatBelongsToThem() throws IOException {
        Files.writeString(library.resolve("gate.wav.reapeaks"), "peaks");
        json("rename", gate, "--yes");
        move(library.resolve("DOORGate_gate.wav"), "doors/DOORGate_gate.wav");
        move(library.resolve("DOORGate_gate.wav.reapeaks"), "doors/DOORGate_gate.wav.reapeaks");
        json("scan", library);

        assertThat(json("undo").getAsJsonObject("edit").get("undone").getAsBoolean())
                .isTrue();
        assertThat(library.resolve("doors/gate.wav")).hasBinaryContent(before);
        assertThat(library.resolve("doors/gate.wav.reapeaks")).hasContent("peaks");
        assertThat(json("tags", "list", library.resolve("doors/gate.wav")).toString())
                .contains("rusty");
        json("redo");
        assertThat(library.resolve("doors/DOORGate_gate.wav")).hasBinaryContent(before);
        assertThat(listenedAgain()).isZero();
    }

    @Test
    void aFormerNameIsGivenBackThoughTheFileWasRenamedOutside() throws IOException {
        json("rename", gate, "--yes");
        move(library.resolve("DOORGate_gate.wav"), "iron.wav");

        CliRun unseen = run("undo");
        assertThat(unseen.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(unseen.err()).containsOnlyOnce("“DOORGate_gate.wav” is no longer in " + library);

        json("scan", library);
        json("undo");
        assertThat(gate).hasBinaryContent(before);
        json("redo");
        assertThat(library.resolve("DOORGate_gate.wav")).hasBinaryContent(before);
    }

    @Test
    void whatBelongedToASoundAndIsGoneDoesNotHoldTheUndoingUp() throws IOException {
        Files.writeString(library.resolve("gate.wav.reapeaks"), "peaks");
        json("rename", gate, "--yes");
        Files.delete(library.resolve("DOORGate_gate.wav.reapeaks"));
        json("undo");
        assertThat(gate).hasBinaryContent(before);
    }

    @Test
    void whatBelongsToASoundAndFindsItsNameTakenIsNamed() throws IOException {
        Files.writeString(library.resolve("gate.wav.reapeaks"), "peaks");
        json("rename", gate, "--yes");
        Files.writeString(library.resolve("gate.wav.reapeaks"), "others");

        CliRun undo = run("undo");
        assertThat(undo.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(undo.err()).containsOnlyOnce("“DOORGate_gate.wav.reapeaks” was left alone");
        assertThat(gate).hasBinaryContent(before);
        assertThat(library.resolve("gate.wav.reapeaks")).hasContent("others");
    }

    @Test
    void metadataIsFoundThoughALaterRenamingCouldNotBeUndone() throws IOException {
        json("metadata", "write", gate, "--yes");
        json("rename", gate, "--yes");
        Files.writeString(gate, "in the way");

        assertThat(run("undo").exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(run("undo", "--skip").exitCode()).isZero();
        json("undo");
        assertThat(library.resolve("DOORGate_gate.wav")).hasBinaryContent(before);
        assertThat(gate).hasContent("in the way");
    }
}
