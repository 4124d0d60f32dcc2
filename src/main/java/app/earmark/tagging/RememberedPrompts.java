package app.earmark.tagging;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pack's text encoder that knows the vectors of prompts shipped with the pack, and keeps those of others in a file, so
 * that each prompt is encoded once a pack and not at every start. The file is only a cache: one that is missing, damaged or can't be written costs time and nothing else.
 * Thread-safe.
 *
 * <p>Layout, big-endian as {@link DataOutputStream} writes: magic, dimension, count, then for each prompt its text in
 * modified UTF-8 and its float32 values.
 */
public final class RememberedPrompts implements TextEncoder {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedPrompts.class);
    private static final int MAGIC = 0x454D5031;

    private final TextEncoder encoder;
    private final Path file;
    private final Map<String, float[]> shipped;
    private final Map<String, float[]> vectors;
    private boolean grown;

    private RememberedPrompts(
            TextEncoder encoder, Path file, Map<String, float[]> shipped, Map<String, float[]> vectors) {
        this.encoder = encoder;
        this.file = file;
        this.shipped = shipped;
        this.vectors = vectors;
    }

    /**
     * @param folder where the file of this pack lies or is to lie; need not exist
     * @param shipped vectors of prompts that are known already; none is written to the file
     * @param encoder the pack's own
     */
    public static RememberedPrompts in(
            Path folder, PackDescription pack, Map<String, float[]> shipped, TextEncoder encoder) {
        Path file = folder.resolve(pack.packId() + "-" + pack.hash() + ".prompts");
        return new RememberedPrompts(encoder, file, Map.copyOf(shipped), read(file, pack.jointDimension()));
    }

    @Override
    public synchronized float[] encode(String prompt) throws EncoderFailure {
        float[] known = shipped.getOrDefault(prompt, vectors.get(prompt));
        if (known == null) {
            known = encoder.encode(prompt);
            vectors.put(prompt, known);
            grown = true;
        }
        return known.clone();
    }

    /** Writes the file if there is anything new to remember. */
    public synchronized void save() {
        if (!grown) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "prompts", ".part");
            try {
                write(fresh);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            grown = false;
        } catch (IOException e) {
            LOG.warn("Label vectors could not be kept in {}; they are computed again next time.", file, e);
        }
    }

    private void write(Path target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(MAGIC);
            out.writeInt(vectors.values().iterator().next().length);
            out.writeInt(vectors.size());
            for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
                out.writeUTF(entry.getKey());
                for (float value : entry.getValue()) {
                    out.writeFloat(value);
                }
            }
        }
    }

    private static Map<String, float[]> read(Path file, int dimension) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC || in.readInt() != dimension) {
                throw new IOException("not prompt vectors of " + dimension + " values");
            }
            Map<String, float[]> vectors = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String prompt = in.readUTF();
                float[] vector = new float[dimension];
                for (int i = 0; i < dimension; i++) {
                    vector[i] = in.readFloat();
                }
                vectors.put(prompt, vector);
            }
            return vectors;
        } catch (NoSuchFileException e) {
            return new HashMap<>();
        } catch (IOException e) {
            LOG.warn("Label vectors in {} can't be used and are computed again.", file, e);
            return new HashMap<>();
        }
    }
}
