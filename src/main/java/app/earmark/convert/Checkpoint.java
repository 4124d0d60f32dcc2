package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A checkpoint's folder, its descriptions read and its weights open. */
final class Checkpoint implements Closeable {

    static final String TOKENIZER = "tokenizer.json";

    static final String CONFIG = "config.json";
    static final String PREPROCESSOR = "preprocessor_config.json";
    private static final String SHARDS = "model.safetensors.index.json";

    private final ClapConfig config;
    private final FrontEndConfig frontEnd;
    private final TensorSource source;
    private final Path folder;
    private final List<Path> files;

    private Checkpoint(Path folder, ClapConfig config, FrontEndConfig frontEnd, TensorSource source, List<Path> files) {
        this.folder = folder;
        this.config = config;
        this.frontEnd = frontEnd;
        this.source = source;
        this.files = files;
    }

    static Checkpoint open(Path folder) throws UnusableCheckpoint {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(CONFIG, PREPROCESSOR, TOKENIZER)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new UnusableCheckpoint(
                        "The checkpoint in " + folder + " has no " + name + "; download all files of the checkpoint.");
            }
            files.add(folder.resolve(name));
        }
        ClapConfig config = ClapConfig.read(folder.resolve(CONFIG));
        FrontEndConfig frontEnd = FrontEndConfig.read(
                ConfigFields.read(folder.resolve(PREPROCESSOR)), config.audio().fused());
        Path weights = weights(folder);
        files.add(weights);
        return new Checkpoint(folder, config, frontEnd, source(weights), files);
    }

    private static Path weights(Path folder) throws UnusableCheckpoint {
        for (String name : List.of("model.safetensors", "model.fp16.safetensors", "pytorch_model.bin")) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        if (Files.exists(folder.resolve(SHARDS))) {
            throw new UnusableCheckpoint("The weights of " + folder + " are split into several files (" + SHARDS
                    + "), which Earmark does not read; save them as one model.safetensors.");
        }
        throw new UnusableCheckpoint("The checkpoint in " + folder
                + " has neither model.safetensors nor pytorch_model.bin; download all files of the checkpoint.");
    }

    private static TensorSource source(Path weights) throws UnusableCheckpoint {
        return weights.toString().endsWith(".bin") ? TorchArchive.open(weights) : Safetensors.open(weights);
    }

    ClapConfig config() {
        return config;
    }

    FrontEndConfig frontEnd() {
        return frontEnd;
    }

    /** The file of the weights. */
    String place() {
        return source.place();
    }

    Weights weights() {
        return new Weights(source);
    }

    byte[] tokenizer() throws UnusableCheckpoint {
        try {
            return Files.readAllBytes(folder.resolve(TOKENIZER));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Factor on cosines of sounds with texts; the weights hold its logarithm. */
    double logitScale() throws UnusableCheckpoint {
        return Math.exp(weights().values("logit_scale_a")[0]);
    }

    /** Descriptions and weights together. */
    long bytes() throws UnusableCheckpoint {
        try {
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** SHA-256 of descriptions and weights, by name. */
    Map<String, String> digests(WriteProgress progress) throws UnusableCheckpoint, CancelledWork {
        Map<String, String> digests = new TreeMap<>();
        try {
            for (Path file : files) {
                digests.put(file.getFileName().toString(), Digests.ofFile(file, progress));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return digests;
    }

    private UnusableCheckpoint unreadable(IOException cause) {
        return new UnusableCheckpoint("The checkpoint in " + folder + " can't be read.", cause);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
