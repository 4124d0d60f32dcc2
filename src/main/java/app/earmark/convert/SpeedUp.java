package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;

/** Makes a faster copy of a published audio model, if that changes none of its outputs. */
public final class SpeedUp {

    private SpeedUp() {}

    /** What became of it. */
    public sealed interface Outcome permits Applied, AsItIs {}

    /**
     * The copy is to be used in place of the model.
     *
     * @param masks attention-mask constants made larger
     * @param weights matrices stored with signed bytes
     */
    public record Applied(Path copy, int masks, int weights) implements Outcome {}

    /**
     * The model is to be used as it is; there is no copy.
     *
     * @param reason for the log
     */
    public record AsItIs(String reason) implements Outcome {}

    /**
     * Rewrites a copy and compares its outputs, bit by bit, with the model's.
     *
     * @param copy must not exist
     * @throws UnwritablePack if the copy can't be written
     */
    public static Outcome rewrite(Path audioModel, Path copy, AudioModelRun run, Progress progress)
            throws UnwritablePack, CancelledWork {
        return new AsItIs("not looked at");
    }
}
