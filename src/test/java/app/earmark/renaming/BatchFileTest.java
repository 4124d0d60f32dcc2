package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.ClipId;
import app.earmark.progress.Progress;
import app.earmark.renaming.BatchFile.End;
import app.earmark.renaming.MoveGroup.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a renaming that was cut off is known by afterwards. */
class BatchFileTest {

    @TempDir
    Path folder;

    private Path file;
    private Batch batch;

    @BeforeEach
    void aSoundWithACompanionAndOneWithout() {
        file = folder.resolve("batch");
        List<FileMove> pair =
                List.of(move(7, "ä.wav", "b.wav"), new FileMove(Optional.empty(), at("ä.txt"), at("b.txt")));
        List<FileMove> single = List.of(move(9, "c.wav", "d.wav"));
        batch = new Batch(
                Batch.Purpose.RENAME,
                "Rename 2 files",
                true,
                List.of(new MoveGroup(pair, steps(pair)), new MoveGroup(single, steps(single))));
    }

    @Test
    void theWholePlanIsReadAgain() throws IOException {
        BatchFile.begin(file, batch).close();
        assertThat(BatchFile.read(file)).contains(BatchState.fresh(batch));
    }

    @Test
    void endsAndStepsAreReadAgainAlsoBehindALineThatWasCutOff() throws IOException {
        try (BatchFile writing = BatchFile.begin(file, batch)) {
            writing.ended(1, End.LEFT);
        }
        Files.writeString(file, "{\"group\":0,\"st", StandardOpenOption.APPEND);
        try (BatchFile again = BatchFile.goOn(file)) {
            again.taken(0, 1, true);
        }
        BatchState state = BatchFile.read(file).orElseThrow();
        assertThat(state.ends()).isEqualTo(Map.of(1, End.LEFT));
        assertThat(state.steps()).isEqualTo(Map.of(0, 1));
    }

    @Test
    void aGroupThatIsPutBackHasNotEnded() throws IOException {
        try (BatchFile writing = BatchFile.begin(file, batch)) {
            writing.ended(0, End.DONE);
            writing.taken(0, 1, false);
        }
        assertThat(BatchFile.read(file).orElseThrow().ends()).isEmpty();
    }

    @Test
    void aFileOfANewerEarmarkIsNotGuessedAt() throws IOException {
        BatchFile.begin(file, batch).close();
        Files.writeString(file, Files.readString(file).replace("\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> BatchFile.read(file)).hasMessageContaining("newer Earmark");
    }

    @Test
    void itCountsSoundsWithoutTheirCompanions() throws IOException {
        Files.writeString(at("b.wav"), "renamed");
        Files.writeString(at("b.txt"), "renamed");
        Files.writeString(at("c.wav"), "not yet");
        BatchState state = new BatchState(batch, Map.of(0, End.DONE), Map.of());
        assertThat(state.sounds()).isEqualTo(2);
        assertThat(state.soundsRenamed()).isEqualTo(1);
        InterruptedRenaming cutOff = new InterruptedRenaming(batch.title(), state.soundsRenamed(), state.sounds());
        assertThat(cutOff.sentence())
                .isEqualTo("An earlier renaming (“Rename 2 files”) was cut off: 1 of 2 files have the new name.");
    }

    @Test
    void theDiskTellsWhetherTheLastStepWasTakenOrTakenBack() throws IOException {
        BatchState oneStep = new BatchState(batch, Map.of(), Map.of(0, 1));
        Files.writeString(at("b.wav"), "moved");
        Files.writeString(at("ä.txt"), "not yet");
        assertThat(oneStep.taken(0)).isEqualTo(1);
        Files.move(at("ä.txt"), at("b.txt"));
        assertThat(oneStep.taken(0)).isEqualTo(2);
        Files.move(at("b.txt"), at("ä.txt"));
        Files.move(at("b.wav"), at("ä.wav"));
        assertThat(oneStep.taken(0)).isZero();
    }

    @Test
    void whatCannotBePutBackIsSaidOfTheSoundOnly() throws IOException {
        Files.writeString(at("b.wav"), "renamed");
        Files.writeString(at("b.txt"), "renamed");
        BatchRunner refusing = new BatchRunner((from, to) -> {
            throw new NoSuchFileException(from.toString());
        });
        try (BatchFile writing = BatchFile.begin(file, batch)) {
            Map<Path, String> left =
                    refusing.putBack(writing, new BatchState(batch, Map.of(0, End.DONE), Map.of()), Progress.NONE);
            assertThat(left)
                    .isEqualTo(Map.of(
                            at("b.wav"), "“b.txt” was left alone: it is no longer there; scan its folder again."));
        }
    }

    @Test
    void whatTheDiskRefusesWithoutAReasonIsLeftWithASentence() throws IOException {
        BatchRunner refusing = new BatchRunner((from, to) -> {
            throw new IOException("I/O error");
        });
        try (BatchFile writing = BatchFile.begin(file, batch)) {
            Map<Path, String> left = refusing.run(writing, BatchState.fresh(batch), Progress.NONE)
                    .left();
            assertThat(left.keySet()).containsExactly(at("ä.wav"), at("c.wav"));
            assertThat(left.get(at("c.wav")))
                    .isEqualTo("“c.wav” was left alone: the disk refused its new name. Try a shorter or plainer one.");
        }
        assertThat(BatchFile.read(file).orElseThrow().ends()).isEqualTo(Map.of(0, End.LEFT, 1, End.LEFT));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private FileMove move(long clip, String from, String to) {
        return new FileMove(Optional.of(new ClipId(clip)), at(from), at(to));
    }

    private static List<Step> steps(List<FileMove> moves) {
        return moves.stream().map(move -> new Step(move.from(), move.to())).toList();
    }
}
