package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.assembly.Undo;
import app.earmark.progress.Progress;
import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undoing what was done to files, when the program ends in the middle of it. */
class CutOffUndoTest {

    @TempDir
    Path folder;

    private Path library;
    private Path first;
    private Path second;

    @BeforeEach
    void scanALibrary() throws IOException {
        library = folder.resolve("lib");
        first = library.resolve("a.wav");
        second = library.resolve("b.wav");
        for (Path file : new Path[] {first, second}) {
            Tones.sineFile(file, 300 + 100 * file.getFileName().toString().charAt(0), 0.2, 44_100);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));
        }
        json("scan", library);
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private JsonObject json(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        CliRun run = run(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private Path note() {
        return folder.resolve("home/catalogue.db-undoing");
    }

    private void assertNothingIsListenedTo() {
        JsonObject scan = json("scan", library);
        assertThat(scan.get("unchanged").getAsInt()).isEqualTo(2);
        assertThat(scan.get("embedded").getAsInt()).isZero();
    }

    /** The state that a crash leaves between two files: one is back, the note stands, the journal knows nothing. */
    @Test
    void theNextCommandRecordsWhatWasTakenBackAndTheNextUndoGoesOn() throws IOException {
        byte[] before = Files.readAllBytes(first);
        byte[] secondBefore = Files.readAllBytes(second);
        long edit = json("metadata", "write", library, "--set", "Notes=x", "--yes")
                .get("edit")
                .getAsLong();
        Files.write(first, before);
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_600_000_000_000L));
        Files.writeString(note(), "undo " + edit);

        CliRun next = run("tags", "add", second, "rusty");

        assertThat(next.exitCode()).isZero();
        assertThat(next.err())
                .containsOnlyOnce("Undoing “Write metadata into 2 files” was cut off: 1 of 2 files are as wanted.");
        assertThat(note()).doesNotExist();
        assertNothingIsListenedTo();
        assertThat(json("info", first).getAsJsonObject("fields").has("Notes")).isFalse();
        assertThat(json("info", second).getAsJsonObject("fields").has("Notes")).isTrue();

        run("undo"); // the tag
        assertThat(json("undo").getAsJsonObject("edit").get("undone").getAsBoolean())
                .isTrue();
        assertThat(Files.readAllBytes(first)).isEqualTo(before);
        assertThat(Files.readAllBytes(second)).isEqualTo(secondBefore);
        json("redo");
        assertNothingIsListenedTo();
    }

    @Test
    void namesThatWereGivenBackBeforeTheEndAreInTheCatalogueAndTheOthersFollow() {
        json("rename", library, "--pattern", "Take {Number:3}", "--yes");
        killedAfterTheFirstFile(true);
        assertThat(first).exists();
        assertThat(second).doesNotExist();

        assertThat(run("tags", "add", first, "rusty").err()).contains("was cut off: 1 of 2 files are as wanted.");
        assertThat(json("info", first).get("inCatalogue").getAsBoolean()).isTrue();
        assertNothingIsListenedTo();

        run("undo");
        json("undo");
        assertThat(second).exists();
        assertNothingIsListenedTo();

        killedAfterTheFirstFile(false);
        assertThat(run("redo").err()).contains("Doing again “Rename 2 files” was cut off");
        assertThat(library.resolve("Take 001.wav")).exists();
        assertThat(library.resolve("Take 002.wav")).exists();
        assertNothingIsListenedTo();
    }

    /** As by {@code kill -9}: nothing of the program runs any more. */
    private void killedAfterTheFirstFile(boolean undone) {
        EarmarkHome home = new EarmarkHome(folder.resolve("home"));
        try (Earmark earmark = new Earmark(home, home.catalogue(), Access.CHANGE, new StandardParts())) {
            Undo undo = earmark.undo();
            Progress kill = new Progress() {
                @Override
                public void advanced(long done, long failed) {
                    throw new Killed();
                }
            };
            assertThat(catchThrowable(() -> {
                        if (undone) {
                            undo.undo(Undo.Stuck.STAYS, kill);
                        } else {
                            undo.redo(Undo.Stuck.STAYS, kill);
                        }
                    }))
                    .isInstanceOf(Killed.class);
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
