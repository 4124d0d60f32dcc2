package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a faster copy of a published audio model, if that changes none of its outputs. */
public final class SpeedUp {

    private final Path model;
    private final Path copy;
    private final AudioModelRun run;
    private final Progress progress;

    private SpeedUp(Path model, Path copy, AudioModelRun run, Progress progress) {
        this.model = model;
        this.copy = copy;
        this.run = run;
        this.progress = progress;
    }

    /** What became of it. */
    public sealed interface Outcome permits Applied, AsItIs {}

    /**
     * The copy is to be used in place of the model.
     *
     * @param masks attention-mask constants made larger
     * @param weights matrices stored as signed bytes
     */
    public record Applied(Path copy, int masks, int weights) implements Outcome {}

    /**
     * The model is to be used as it is; there is no copy.
     *
     * @param reason for the log
     */
    public record AsItIs(String reason) implements Outcome {}

    private record Change(int masks, int weights, List<Edit> edits) {}

    /**
     * Rewrites a copy and compares its outputs, bit by bit, with the model's on windows of several kinds. If they differ
     * with both changes, each is tried alone.
     *
     * @param audioModel a graph that takes {@code input_features} alone
     * @param copy must not exist
     * @throws UnwritablePack if the copy can't be written
     */
    public static Outcome rewrite(Path audioModel, Path copy, AudioModelRun run, Progress progress)
            throws UnwritablePack, CancelledWork {
        return new SpeedUp(audioModel, copy, run, progress).rewrite();
    }

    private Outcome rewrite() throws UnwritablePack, CancelledWork {
        if (Files.exists(copy)) {
            throw new UnwritablePack("There is something at " + copy + " already; move it away.", null);
        }
        OnnxIndex index;
        List<Change> changes;
        List<float[]> before;
        try {
            index = OnnxIndex.of(model);
            changes = changes(index);
            if (changes.isEmpty()) {
                return new AsItIs("it has neither masks of -100 nor unsigned weights of seven bits");
            }
            progress.phase("Trying a faster form of the model", changes.size() + 1L);
            before = run.outputs(model, TestWindows.make());
        } catch (IOException | ArithmeticException e) {
            return new AsItIs("it can't be read or run: " + e);
        }
        int tried = 0;
        for (Change change : changes) {
            progress.throwIfCancelled();
            progress.advanced(++tried, 0);
            write(index, change);
            if (sameOutputs(before)) {
                return new Applied(copy, change.masks, change.weights);
            }
            delete();
        }
        return new AsItIs("its outputs would not stay the same");
    }

    private List<Change> changes(OnnxIndex index) throws IOException {
        List<Edit> masks = MaskConstants.edits(model, index);
        SignedWeights.Plan weights = SignedWeights.plan(model, index);
        List<Change> changes = new ArrayList<>();
        if (!masks.isEmpty() && weights.weights() > 0) {
            List<Edit> both = new ArrayList<>(masks);
            both.addAll(weights.edits());
            changes.add(new Change(masks.size(), weights.weights(), both));
        }
        if (weights.weights() > 0) {
            changes.add(new Change(0, weights.weights(), weights.edits()));
        }
        if (!masks.isEmpty()) {
            changes.add(new Change(masks.size(), 0, masks));
        }
        return changes;
    }

    private void write(OnnxIndex index, Change change) throws UnwritablePack {
        boolean written = false;
        try {
            EditedCopy.write(model, index, change.edits, copy);
            written = true;
        } catch (IOException e) {
            throw new UnwritablePack(
                    "A faster form of the model can't be written to " + copy + ": is the disk full or write-protected?",
                    e);
        } finally {
            if (!written) {
                delete();
            }
        }
    }

    private boolean sameOutputs(List<float[]> before) {
        try {
            List<float[]> after = run.outputs(copy, TestWindows.make());
            for (int i = 0; i < before.size(); i++) {
                if (!Arrays.equals(before.get(i), after.get(i))) {
                    return false;
                }
            }
            return after.size() == before.size();
        } catch (IOException e) {
            return false;
        }
    }

    private void delete() throws UnwritablePack {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UnwritablePack("The unfinished file " + copy + " can't be deleted; delete it.", e);
        }
    }
}
