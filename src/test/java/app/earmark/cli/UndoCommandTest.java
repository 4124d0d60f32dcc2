package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history}, {@code undo} and {@code redo}; each run opens the catalogue anew, as after a restart. */
class UndoCommandTest {

    @TempDir
    Path folder;

    private Path sound;

    @BeforeEach
    void scanASound() throws IOException {
        sound = folder.resolve("lib/a.wav");
        Tones.sineFile(sound, 440, 0.3, 48_000);
        assertThat(run("scan", folder.resolve("lib")).exitCode()).isZero();
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private List<JsonObject> history() {
        return StreamSupport.stream(
                        run("history", "--json").json().getAsJsonArray("edits").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private String tags() {
        return run("tags", "list", sound, "--json")
                .json()
                .getAsJsonArray("tags")
                .toString();
    }

    @Test
    void severalLabelsAreOneStepThatIsUndoneAndDoneAgain() {
        run("tags", "add", sound, "DOORS-CREAK", "squeaky toy");
        assertThat(history()).singleElement().satisfies(edit -> {
            assertThat(edit.keySet()).containsExactly("number", "at", "kind", "title", "clips", "undone");
            assertThat(edit.get("title").getAsString()).isEqualTo("Tag \"DOORS-CREAK\", \"squeaky toy\" on a.wav");
            assertThat(edit.get("kind").getAsString()).isEqualTo("catalogue");
        });

        CliRun undo = run("undo", "--json");
        assertThat(undo.exitCode()).as(undo.err()).isZero();
        assertThat(undo.json().keySet()).containsExactly("edit", "files", "failures");
        assertThat(undo.json().getAsJsonObject("edit").get("undone").getAsBoolean())
                .isTrue();
        assertThat(tags()).doesNotContain("squeaky toy", "DOORCreak");

        assertThat(run("redo").out()).startsWith("Redone: Tag");
        assertThat(tags()).contains("squeaky toy", "DOORCreak");
    }

    @Test
    void aNumberUndoesThatStepOrNothing() {
        run("tags", "add", sound, "one");
        run("tags", "add", sound, "two");
        long second = history().get(0).get("number").getAsLong();
        long first = history().get(1).get("number").getAsLong();

        CliRun wrong = run("undo", first);
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("Step " + first + " is not the next one to undo; that is " + second);
        assertThat(tags()).contains("one", "two");

        assertThat(run("undo", second).exitCode()).isZero();
        assertThat(run("redo", first).exitCode()).isEqualTo(3);
        assertThat(run("redo", second).exitCode()).isZero();
        assertThat(tags()).contains("one", "two");
    }

    @Test
    void undoingAnEarlierRejectionNeedsTwoSteps() {
        run("tags", "reject", sound, "DOORCreak");
        run("tags", "add", sound, "DOORCreak");
        run("undo");
        assertThat(run("tags", "list", sound, "--json")
                        .json()
                        .getAsJsonArray("rejected")
                        .toString())
                .isEqualTo("[\"DOORCreak\"]");
        run("undo");
        assertThat(run("tags", "list", sound, "--json").json().getAsJsonArray("rejected"))
                .isEmpty();
        assertThat(history()).allSatisfy(edit -> assertThat(edit.get("undone").getAsBoolean())
                .isTrue());
    }

    @Test
    void nothingToUndoIsNotFound() {
        assertThat(run("undo").exitCode()).isEqualTo(3);
        CliRun redo = run("redo", "--json");
        assertThat(redo.exitCode()).isEqualTo(3);
        assertThat(redo.json().getAsJsonObject("error").get("message").getAsString())
                .isEqualTo("There is nothing to redo.");
        assertThat(run("history").err()).contains("Nothing was changed by hand yet.");
    }

    @Test
    void historyIsLimitedAndNewestFirst() {
        run("tags", "add", sound, "one");
        run("tags", "add", sound, "two");
        run("undo");
        CliRun printed = run("history", "-n", 1);
        assertThat(printed.out().lines())
                .singleElement()
                .asString()
                .contains("\"two\"")
                .endsWith("(undone)");
        assertThat(run("history", "-n", 0).exitCode()).isEqualTo(2);
    }

    @Test
    void whereNothingWasScannedNothingCanBeUndone() {
        assertThat(CliRun.of(folder.resolve("elsewhere"), "undo").exitCode()).isEqualTo(3);
        assertThat(folder.resolve("elsewhere/catalogue.db")).doesNotExist();
    }
}
