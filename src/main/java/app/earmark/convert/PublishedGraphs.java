package app.earmark.convert;

import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a model pack of ONNX files that somebody published beside a checkpoint's descriptions, as for transformers.js. The
 * graphs stay as they are, but for {@link SpeedUp}, which changes none of their outputs.
 *
 * @param folder holds config.json, preprocessor_config.json and tokenizer.json
 * @param audio takes {@code input_features} (and {@code is_longer}), gives {@code audio_embeds}
 * @param text takes {@code input_ids}, gives {@code text_embeds}
 * @param precision as it shall stand in the pack's version, such as {@code int8}
 * @param logitScale factor on cosines, which these files don't contain; without it, config.json's initial value stands
 *     in, which makes probabilities flatter or sharper and changes no order
 */
public record PublishedGraphs(Path folder, Path audio, Path text, String precision, OptionalDouble logitScale) {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedGraphs.class);
    private static final double INITIAL_LOGIT_SCALE = 1 / 0.07;
    private static final long ALLOWANCE = 1 << 20;

    /**
     * Writes the pack.
     *
     * @param origin empty repository for files of unknown origin: the folder's name and a digest name the pack
     * @param run runs the audio model, to compare the faster copy with it
     * @param outFolder must not exist; it is there only once it is complete
     */
    public BuiltPack assemble(CheckpointOrigin origin, AudioModelRun run, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork {
        PackJson.Facts facts = facts();
        Path fast = outFolder.toAbsolutePath().resolveSibling("." + outFolder.getFileName() + "-audio.onnx");
        try {
            Path best = facts.frontEnd().fusion() ? audio : fastest(fast, run, progress);
            return write(facts, origin, best, outFolder, progress);
        } catch (IOException e) {
            throw new UnusableCheckpoint("The model in " + folder + " can't be read.", e);
        } finally {
            delete(fast);
        }
    }

    /** Origin of files that nobody knows more about. */
    public static CheckpointOrigin unknownOrigin(Path folder) {
        return CheckpointOrigin.unknown(folder);
    }

    private PackJson.Facts facts() throws UnusableCheckpoint {
        ConfigFields config = ConfigFields.read(folder.resolve(Checkpoint.CONFIG));
        config.require("model_type", "clap");
        ConfigFields frontEnd = ConfigFields.read(folder.resolve(Checkpoint.PREPROCESSOR));
        boolean fused = frontEnd.text("truncation").orElse("fusion").equals("fusion");
        return new PackJson.Facts(
                FrontEndConfig.read(frontEnd, config.child("audio_config").flag("enable_fusion", fused)),
                config.positive("projection_dim", 512),
                config.child("text_config").positive("max_position_embeddings", 514) - 2,
                logitScale.orElse(config.number("logit_scale_init_value", INITIAL_LOGIT_SCALE)));
    }

    private Path fastest(Path copy, AudioModelRun run, Progress progress)
            throws UnwritablePack, CancelledWork, IOException {
        Files.createDirectories(copy.getParent());
        delete(copy);
        SpeedUp.Outcome outcome = SpeedUp.rewrite(audio, copy, run, progress);
        if (outcome instanceof SpeedUp.Applied applied) {
            LOG.info("{} made faster: {} masks, {} matrices", audio, applied.masks(), applied.weights());
            return applied.copy();
        }
        LOG.info("{} used as it is: {}", audio, outcome);
        return audio;
    }

    private BuiltPack write(
            PackJson.Facts facts, CheckpointOrigin origin, Path audioGraph, Path outFolder, Progress progress)
            throws ConversionFailure, CancelledWork, IOException {
        Map<String, Path> parts = new LinkedHashMap<>();
        parts.put(PackJson.AUDIO, audioGraph);
        parts.put(PackJson.TEXT, text);
        parts.put(Checkpoint.TOKENIZER, folder.resolve(Checkpoint.TOKENIZER));
        Map<String, Path> sources = sources();
        long needed = bytes(parts) + ALLOWANCE;
        try (PackFolder pack = PackFolder.at(outFolder, needed)) {
            WriteProgress done = new WriteProgress(progress, "Preparing the model", bytes(sources) + needed);
            Map<String, String> digests = new TreeMap<>();
            for (Map.Entry<String, Path> source : sources.entrySet()) {
                digests.put(source.getKey(), Digests.ofFile(source.getValue(), done));
            }
            for (Map.Entry<String, Path> part : parts.entrySet()) {
                copy(part.getValue(), pack, part.getKey(), done);
            }
            PackId id = origin.packId(digests.get(name(audio)), precision);
            Map<String, String> files = new TreeMap<>(pack.sha256());
            try (OutputStream json = pack.file(PackJson.FILE)) {
                json.write(PackJson.of(id, origin, facts, files, digests)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            progress.throwIfCancelled();
            pack.complete();
            return new BuiltPack(id, outFolder, pack.bytes());
        }
    }

    private Map<String, Path> sources() throws UnusableCheckpoint {
        Map<String, Path> sources = new TreeMap<>();
        for (String name : new String[] {Checkpoint.CONFIG, Checkpoint.PREPROCESSOR, Checkpoint.TOKENIZER}) {
            sources.put(name, folder.resolve(name));
        }
        sources.put(name(audio), audio);
        sources.put(name(text), text);
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            if (!Files.isRegularFile(source.getValue())) {
                throw new UnusableCheckpoint(
                        "The model in " + folder + " has no " + source.getKey() + "; download all of its files.");
            }
        }
        return sources;
    }

    private String name(Path file) {
        Path inside = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
        return inside.toString().replace('\\', '/');
    }

    private static long bytes(Map<String, Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files.values()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static void copy(Path from, PackFolder pack, String name, WriteProgress progress)
            throws ConversionFailure, CancelledWork, IOException {
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = pack.file(name)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                try {
                    out.write(buffer, 0, n);
                } catch (IOException e) {
                    throw pack.unwritable(e);
                }
                progress.add(n);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is left over", file, e);
        }
    }
}
