package app.earmark.convert;

import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Builds a model pack from a checkpoint of LAION's CLAP, as {@code transformers} saves it. */
public final class ClapGraphs {

    /** For pack.json, and what a disk takes beside the bytes of the files. */
    private static final long ALLOWANCE = 1 << 20;

    private ClapGraphs() {}

    /**
     * Writes {@code audio.onnx}, {@code text.onnx}, {@code tokenizer.json} and {@code pack.json}.
     *
     * @param checkpointFolder in the hub's layout: config.json, preprocessor_config.json, tokenizer.json and the weights
     *     (model.safetensors or pytorch_model.bin)
     * @param outFolder must not exist; it is there only once it is complete
     * @throws ConversionFailure if the checkpoint can't be used or the pack can't be written
     */
    public static BuiltPack build(
            Path checkpointFolder, CheckpointOrigin origin, Precision precision, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork {
        try (Checkpoint checkpoint = Checkpoint.open(checkpointFolder)) {
            return build(checkpoint, origin, precision, outFolder, progress);
        }
    }

    /** As above, for a checkpoint of unknown origin: the folder's name and a digest of the weights name the pack. */
    public static BuiltPack build(Path checkpointFolder, Precision precision, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork {
        return build(checkpointFolder, CheckpointOrigin.unknown(checkpointFolder), precision, outFolder, progress);
    }

    private static BuiltPack build(
            Checkpoint checkpoint, CheckpointOrigin origin, Precision precision, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork {
        // Both graphs are planned before anything is written: what the checkpoint lacks shows at once.
        OnnxGraph audio = AudioTower.build(checkpoint.weights(), checkpoint.config(), precision);
        OnnxGraph text = TextTower.build(checkpoint.weights(), checkpoint.config(), precision);
        PackJson.Facts facts = new PackJson.Facts(
                checkpoint.frontEnd(),
                checkpoint.config().joint(),
                checkpoint.config().text().mostTokens(),
                checkpoint.logitScale());
        byte[] tokenizer = checkpoint.tokenizer();
        long needed = audio.constantBytes() + text.constantBytes() + tokenizer.length + ALLOWANCE;
        try (PackFolder pack = PackFolder.at(outFolder, needed)) {
            WriteProgress done = new WriteProgress(progress, "Building the model", checkpoint.bytes() + needed);
            Map<String, String> sources = checkpoint.digests(done);
            PackId id = origin.packId(sources, precision);
            write(pack, PackJson.AUDIO, audio, checkpoint, done);
            write(pack, PackJson.TEXT, text, checkpoint, done);
            write(pack, Checkpoint.TOKENIZER, tokenizer);
            Map<String, String> files = new TreeMap<>(pack.sha256());
            String description = PackJson.of(id, origin, facts, files, sources);
            write(pack, PackJson.FILE, description.getBytes(StandardCharsets.UTF_8));
            progress.throwIfCancelled();
            pack.complete();
            return new BuiltPack(id, outFolder, pack.bytes());
        }
    }

    private static void write(
            PackFolder pack, String name, OnnxGraph graph, Checkpoint checkpoint, WriteProgress progress)
            throws ConversionFailure, CancelledWork {
        try (OutputStream file = pack.file(name)) {
            graph.writeTo(file, progress);
        } catch (WeightTooLarge e) {
            throw new UnusableCheckpoint("A weight in " + checkpoint.place() + " is " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw pack.unwritable(e);
        }
    }

    private static void write(PackFolder pack, String name, byte[] content) throws UnwritablePack {
        try (OutputStream file = pack.file(name)) {
            file.write(content);
        } catch (IOException e) {
            throw pack.unwritable(e);
        }
    }
}
