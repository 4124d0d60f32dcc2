package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunnerTest {

    /** A swap, a chain, a change of case, and a file with a companion. */
    private static final Map<String, String> AFTERWARDS = Map.of(
            "RAIN_a.wav", "RAIN_b.wav",
            "RAIN_b.wav", "RAIN_a.wav",
            "RAIN_d.wav", "RAIN_c.wav",
            "RAIN_e.wav", "RAIN_d.wav",
            "RAIN_F.wav", "RAIN_f.wav",
            "RAIN_g.wav", "x.wav",
            "RAIN_g.txt", "x.txt");

    @TempDir
    Path temporary;

    private Path folder;
    private Path batchFile;
    private Shelf shelf;
    private Map<String, String> before;

    @BeforeEach
    void fillTheShelf() throws IOException {
        folder = Files.createDirectory(temporary.resolve("sounds"));
        batchFile = temporary.resolve("batch");
        Files.writeString(folder.resolve("x.txt"), "x.txt");
        shelf = new Shelf(folder)
                .with("RAIN_a.wav", "RAIN", "FXName", "b")
                .with("RAIN_b.wav", "RAIN", "FXName", "a")
                .with("RAIN_c.wav", "RAIN", "FXName", "d")
                .with("RAIN_d.wav", "RAIN", "FXName", "e")
                .with("RAIN_f.wav", "RAIN", "FXName", "F")
                .with("x.wav", "RAIN", "FXName", "g");
        before = Shelf.contents(folder);
    }

    @Test
    void swapsChainsAndChangesOfCaseAreCarriedOut() throws IOException {
        BatchRunner.Moved moved = shelf.run(new BatchRunner(), shelf.plan(NameOptions.STANDARD), batchFile);
        assertThat(Shelf.contents(folder)).isEqualTo(AFTERWARDS);
        assertThat(moved.done()).hasSize(7);
        assertThat(moved.left()).isEmpty();
    }

    @Test
    void whereverItIsCutOffItCanBeFinished() throws IOException {
        int calls = callsOfTheFileSystem();
        for (int call = 0; call < calls; call++) {
            for (boolean behindTheCall : new boolean[] {false, true}) {
                cutOff(call, behindTheCall);
                BatchState state = BatchFile.read(batchFile).orElseThrow();
                try (BatchFile file = BatchFile.goOn(batchFile)) {
                    new BatchRunner().run(file, state, Progress.NONE);
                }
                assertThat(Shelf.contents(folder))
                        .as("cut off at call %d, behind it: %s", call, behindTheCall)
                        .isEqualTo(AFTERWARDS);
                reset();
            }
        }
    }

    @Test
    void whereverItIsCutOffItCanBePutBackAndSoCanThat() throws IOException {
        int calls = callsOfTheFileSystem();
        for (int call = 0; call < calls; call++) {
            cutOff(call, true);
            for (int second = 0; second < 3; second++) {
                int last = second;
                int[] count = {0};
                catchThrowable(() -> putBack(new BatchRunner((from, to) -> {
                    if (count[0]++ >= last) {
                        throw new Killed();
                    }
                    Files.move(from, to);
                })));
            }
            assertThat(putBack(new BatchRunner())).isEmpty();
            assertThat(Shelf.contents(folder)).as("cut off at call %d", call).isEqualTo(before);
            reset();
        }
    }

    @Test
    void aPlanThatWasNotWrittenToItsEndNeverBegan() throws IOException {
        cutOff(0, false);
        String plan = Files.readString(batchFile);
        Files.writeString(batchFile, plan.substring(0, plan.indexOf("\"groups\"") - 4));
        assertThat(BatchFile.read(batchFile)).isEmpty();
        assertThat(Shelf.contents(folder)).isEqualTo(before);
    }

    @Test
    void aLineThatWasCutOffIsNotTakenForMore() throws IOException {
        cutOff(2, true);
        Files.writeString(batchFile, "{\"group\":0,\"en", StandardOpenOption.APPEND);
        try (BatchFile file = BatchFile.goOn(batchFile)) {
            new BatchRunner().run(file, BatchFile.read(batchFile).orElseThrow(), Progress.NONE);
        }
        assertThat(Shelf.contents(folder)).isEqualTo(AFTERWARDS);
    }

    @Test
    void aFileTheDiskRefusesStaysWithAllThatWaitsForItAndTheOthersMove() throws IOException {
        BatchRunner runner = new BatchRunner((from, to) -> {
            if (from.endsWith("RAIN_b.wav") && to.endsWith("RAIN_a.wav")) {
                throw new AccessDeniedException(from.toString());
            }
            Files.move(from, to);
        });
        BatchRunner.Moved moved = shelf.run(runner, shelf.plan(NameOptions.STANDARD), batchFile);
        assertThat(moved.left().keySet().stream().map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("RAIN_a.wav", "RAIN_b.wav");
        assertThat(moved.left().values()).allSatisfy(s -> assertThat(s).contains("lets nothing be renamed"));
        assertThat(Shelf.contents(folder))
                .containsEntry("RAIN_a.wav", "RAIN_a.wav")
                .containsEntry("RAIN_b.wav", "RAIN_b.wav")
                .containsEntry("RAIN_e.wav", "RAIN_d.wav")
                .hasSize(7);
    }

    @Test
    void aFileThatCameInTheWaySinceIsNotOverwritten() throws IOException {
        RenamePlan plan = shelf.plan(NameOptions.STANDARD);
        Files.writeString(folder.resolve("RAIN_g.wav"), "new");
        BatchRunner.Moved moved = shelf.run(new BatchRunner(), plan, batchFile);
        assertThat(moved.left().get(folder.resolve("x.wav"))).contains("there is a file called “RAIN_g.wav” by now");
        assertThat(Shelf.contents(folder)).containsEntry("RAIN_g.wav", "new").containsEntry("x.txt", "x.txt");
    }

    @Test
    void whatIsCancelledStopsBetweenGroups() throws IOException {
        int[] asked = {0};
        Batch batch = Shelf.batch(shelf.plan(NameOptions.STANDARD));
        try (BatchFile file = BatchFile.begin(batchFile, batch)) {
            BatchRunner.Moved moved = new BatchRunner().run(file, BatchState.fresh(batch), new Progress() {
                @Override
                public boolean isCancelled() {
                    return asked[0]++ > 0;
                }
            });
            assertThat(moved.cancelled()).isTrue();
            assertThat(moved.done()).hasSize(2);
        }
        assertThat(Shelf.contents(folder))
                .containsEntry("RAIN_a.wav", "RAIN_b.wav")
                .containsEntry("x.wav", "x.wav");
    }

    private int callsOfTheFileSystem() throws IOException {
        int[] calls = {0};
        shelf.run(
                new BatchRunner((from, to) -> {
                    calls[0]++;
                    Files.move(from, to);
                }),
                shelf.plan(NameOptions.STANDARD),
                batchFile);
        reset();
        assertThat(calls[0]).isEqualTo(9);
        return calls[0];
    }

    /** As if the power went at the call of this number. */
    private void cutOff(int call, boolean behindTheCall) {
        int[] count = {0};
        Throwable end = catchThrowable(() -> shelf.run(
                new BatchRunner((from, to) -> {
                    if (count[0]++ < call || behindTheCall) {
                        Files.move(from, to);
                    }
                    if (count[0] > call) {
                        throw new Killed();
                    }
                }),
                shelf.plan(NameOptions.STANDARD),
                batchFile));
        assertThat(end).isInstanceOf(Killed.class);
    }

    private Map<Path, String> putBack(BatchRunner runner) throws IOException {
        BatchState state = BatchFile.read(batchFile).orElseThrow();
        try (BatchFile file = BatchFile.goOn(batchFile)) {
            return runner.putBack(file, state, Progress.NONE);
        }
    }

    private void reset() throws IOException {
        Files.delete(batchFile);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        fillTheShelf();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
