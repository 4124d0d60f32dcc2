package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.assembly.Undo;
import app.earmark.library.ClipFilter;
import app.earmark.progress.Progress;
import app.earmark.renaming.NameOptions;
import app.earmark.renaming.NamePattern;
import app.earmark.renaming.RenamePlan;
import app.earmark.testing.Tones;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameCommandTest {

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void scanALibraryAndTagIt() throws IOException {
        library = folder.resolve("lib");
        for (String name : new String[] {"gate_01.wav", "gate_02.wav", "b/RAIN_Light_ABC.wav"}) {
            Tones.sineFile(library.resolve(name), 300 + name.length(), 0.2, 44_100);
        }
        assertThat(run("scan", library).exitCode()).isZero();
        assertThat(run("tags", "add", library.resolve("gate_01.wav"), "DOORGate", "my word")
                        .exitCode())
                .isZero();
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
    void aDryRunShowsOldAndNewAndTouchesNothing() {
        JsonObject plan = json("rename", library, "--creator", "EARM", "--dry-run", "--json");
        assertThat(plan.get("dryRun").getAsBoolean()).isTrue();
        assertThat(plan.get("renamed").getAsInt()).isEqualTo(1);
        assertThat(plan.get("unchanged").getAsInt()).isEqualTo(1);
        assertThat(plan.get("problems").getAsInt()).isEqualTo(1);
        JsonObject gate = named(plan.getAsJsonArray("files"), "gate_01.wav");
        assertThat(gate.get("newName").getAsString()).isEqualTo("DOORGate_gate 01_EARM.wav");
        assertThat(gate.get("source").getAsString()).isEqualTo("person");
        assertThat(named(plan.getAsJsonArray("files"), "gate_02.wav")
                        .get("problem")
                        .getAsString())
                .contains("has no CatID yet");
        assertThat(library.resolve("gate_01.wav")).exists();
    }

    @Test
    void withoutAnAnswerNothingIsRenamedAndWithoutAChoiceEither() {
        CliRun unasked = run("rename", library.resolve("gate_01.wav"));
        assertThat(unasked.exitCode()).isEqualTo(4);
        assertThat(unasked.out()).contains("gate_01.wav → DOORGate_gate 01.wav");
        assertThat(run("rename", "--yes").exitCode()).isEqualTo(2);
        assertThat(run("rename", library, "--pattern", "{Wrong}", "--yes").exitCode())
                .isEqualTo(2);
        assertThat(run("rename", library, "--set", "Wrong=x", "--yes").exitCode())
                .isEqualTo(2);
        assertThat(run("rename", folder.resolve("nowhere"), "--yes").exitCode()).isEqualTo(3);
        assertThat(library.resolve("gate_01.wav")).exists();
    }

    @Test
    void theCatalogueFollowsAndTheNextScanListensToNothing() throws IOException {
        JsonObject done = json("rename", library, "--creator", "EARM", "--source-id", "DEMO", "--yes", "--json");
        Path renamed = library.resolve("DOORGate_gate 01_EARM_DEMO.wav");
        assertThat(done.get("renamed").getAsInt()).isEqualTo(2);
        assertThat(done.get("edit").isJsonNull()).isFalse();
        assertThat(renamed).exists();
        assertThat(Files.readString(library.resolve(".earmark-names.csv")))
                .contains("DOORGate_gate 01_EARM_DEMO.wav,gate_01.wav,");

        JsonObject info = json("info", renamed, "--json");
        assertThat(info.get("inCatalogue").getAsBoolean()).isTrue();
        assertThat(info.get("state").getAsString()).isEqualTo("embedded");
        assertThat(info.getAsJsonObject("fields").get("CreatorID").getAsString())
                .isEqualTo("EARM");
        assertThat(info.getAsJsonArray("tags").toString()).contains("my word", "DOORGate");
        assertThat(run("search", "EARM DEMO", "--mode", "keyword").out()).contains("DOORGate_gate 01_EARM_DEMO.wav");

        JsonObject scan = json("scan", library, "--json");
        assertThat(scan.get("unchanged").getAsInt()).isEqualTo(3);
        assertThat(scan.get("embedded").getAsInt()).isZero();
    }

    @Test
    void undoAndRedoTakeTheFilesAlong() throws IOException {
        json("rename", library, "--creator", "EARM", "--yes", "--json");
        revert(true);
        assertThat(library.resolve("gate_01.wav")).exists();
        assertThat(library.resolve(".earmark-names.csv")).doesNotExist();
        assertThat(json("info", library.resolve("gate_01.wav"), "--json")
                        .getAsJsonObject("fields")
                        .has("CreatorID"))
                .isFalse();
        revert(false);
        assertThat(library.resolve("DOORGate_gate 01_EARM.wav")).exists();
        assertThat(json("scan", library, "--json").get("unchanged").getAsInt()).isEqualTo(3);
    }

    @Test
    void whatBelongsToASoundGoesAlongUnlessToldOtherwise() throws IOException {
        Files.writeString(library.resolve("gate_01.wav.reapeaks"), "peaks");
        json("rename", library, "--companions", "--yes", "--json");
        assertThat(library.resolve("DOORGate_gate 01.wav.reapeaks")).exists();
        json("rename", library, "--no-companions", "--no-old-names", "--creator", "X", "--yes", "--json");
        assertThat(library.resolve("DOORGate_gate 01_X.wav")).exists();
        assertThat(library.resolve("DOORGate_gate 01.wav.reapeaks")).exists();
    }

    @Test
    void aPatternAndNumbersNameWhatIsNoUcsName() {
        JsonObject done = json("rename", "--folder", library, "--pattern", "Take {Number:3}", "--yes", "--json");
        assertThat(done.get("renamed").getAsInt()).isEqualTo(3);
        assertThat(library.resolve("Take 002.wav")).exists();
        assertThat(library.resolve("b/Take 001.wav")).exists();
    }

    @Test
    void nothingCutOffIsNotFound() {
        assertThat(run("rename", "--finish").exitCode()).isEqualTo(3);
        assertThat(run("rename", "--put-back", "--finish").exitCode()).isEqualTo(2);
    }

    @Test
    void puttingBackCountsWhatHadBeenRenamed() throws Exception {
        assertThat(catchThrowable(() -> renameAll(new Progress() {
                    @Override
                    public void advanced(long done, long failed) {
                        throw new AssertionError("killed");
                    }
                })))
                .hasMessage("killed");
        assertThat(run("rename", library, "--yes").err()).contains("1 of 3 files have the new name");
        CliRun look = run("rename", library, "--dry-run");
        assertThat(look.exitCode())
                .as("names that are half changed are no ground for a plan")
                .isEqualTo(4);
        assertThat(look.err()).contains("--put-back").doesNotContain("no longer there");
        JsonObject back = json("rename", "--put-back", "--json");
        assertThat(back.get("renamed").getAsInt()).isEqualTo(1);
        assertThat(json("scan", library, "--json").get("unchanged").getAsInt()).isEqualTo(3);
    }

    @Test
    void whatWasCancelledIsCalledByWhatWasRenamed() throws Exception {
        AtomicLong done = new AtomicLong();
        renameAll(new Progress() {
            @Override
            public void advanced(long renamed, long failed) {
                done.set(renamed);
            }

            @Override
            public boolean isCancelled() {
                return done.get() == 2;
            }
        });
        JsonObject edit = json("history", "-n", "1", "--json")
                .getAsJsonArray("edits")
                .get(0)
                .getAsJsonObject();
        assertThat(edit.get("title").getAsString()).isEqualTo("Rename 2 files");
    }

    private void renameAll(Progress progress) throws Exception {
        EarmarkHome home = new EarmarkHome(folder.resolve("home"));
        try (Earmark earmark = new Earmark(home, home.catalogue(), Access.CHANGE, new StandardParts())) {
            NameOptions takes = new NameOptions(
                    Optional.of(NamePattern.parse("Take {Name}")), Map.of(), Map.of(), false, true, false);
            RenamePlan plan = earmark.renamer().plan(earmark.clips().matching(ClipFilter.ALL), takes, Progress.NONE);
            earmark.renamer().carryOut(plan, progress);
        }
    }

    private void revert(boolean undone) {
        EarmarkHome home = new EarmarkHome(folder.resolve("home"));
        try (Earmark earmark = new Earmark(home, home.catalogue(), Access.CHANGE, new StandardParts())) {
            Undo undo = earmark.undo();
            Undo.Outcome outcome = (undone
                            ? undo.undo(Undo.Stuck.STAYS, Progress.NONE)
                            : undo.redo(Undo.Stuck.STAYS, Progress.NONE))
                    .orElseThrow();
            assertThat(outcome.failures()).isEmpty();
            assertThat(outcome.edit().undone()).isEqualTo(undone);
        }
    }

    private static JsonObject named(JsonArray files, String name) {
        for (var file : files) {
            if (file.getAsJsonObject().get("oldName").getAsString().equals(name)) {
                return file.getAsJsonObject();
            }
        }
        throw new AssertionError(name + " is not in " + files);
    }
}
