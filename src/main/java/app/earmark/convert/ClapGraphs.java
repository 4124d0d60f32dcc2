package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;

/** Builds a model pack from a checkpoint of LAION's CLAP. */
public final class ClapGraphs {

    private ClapGraphs() {}

    /**
     * Writes {@code audio.onnx}, {@code text.onnx}, {@code tokenizer.json} and {@code pack.json}.
     *
     * @param checkpointFolder in the hub's layout: config.json, preprocessor_config.json, tokenizer.json and the weights
     * @param outFolder must not exist; it is there only once it is complete
     * @throws ConversionFailure if the checkpoint can't be used or the pack can't be written
     */
    public static BuiltPack build(
            Path checkpointFolder, CheckpointOrigin origin, Precision precision, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork {
        throw new UnusableCheckpoint("The checkpoint in " + checkpointFolder + " can't be built yet.");
    }

    /** As above, for a checkpoint of unknown origin: the folder's name and a digest of the weights name the pack. */
    public static BuiltPack build(Path checkpointFolder, Precision precision, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork {
        throw new UnusableCheckpoint("The checkpoint in " + checkpointFolder + " can't be built yet.");
    }
}
