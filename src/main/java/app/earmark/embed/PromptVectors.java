package app.earmark.embed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the vectors of prompts that a pack may bring along; docs/pack.md describes the file. */
final class PromptVectors {

    static final String FILE = "prompt-vectors.bin";

    private static final Logger LOG = LoggerFactory.getLogger(PromptVectors.class);
    private static final String MAGIC = "EMPV";
    private static final int HASH_LENGTH = 64;
    private static final float ONE = 32767;

    private PromptVectors() {}

    /** By prompt; empty where there are none, or they are another pack's or damaged: then prompts have to be encoded. */
    static Map<String, float[]> read(PackFiles files, PackDescription pack) {
        try (InputStream in = files.open(FILE)) {
            return read(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN), pack);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException | BufferUnderflowException e) {
            LOG.warn("The prompt vectors of {} in {} can't be used.", pack.packId(), files.place(), e);
            return Map.of();
        }
    }

    private static Map<String, float[]> read(ByteBuffer data, PackDescription pack) throws IOException {
        if (!text(data, MAGIC.length()).equals(MAGIC)) {
            throw new IOException("not a file of prompt vectors");
        }
        if (!text(data, HASH_LENGTH).equals(pack.hash()) || data.getInt() != pack.jointDimension()) {
            throw new IOException("prompt vectors of another pack");
        }
        Map<String, float[]> vectors = new HashMap<>();
        for (int left = data.getInt(); left > 0; left--) {
            String prompt = text(data, Short.toUnsignedInt(data.getShort()));
            float[] vector = new float[pack.jointDimension()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = data.getShort() / ONE;
            }
            vectors.put(prompt, vector);
        }
        return vectors;
    }

    private static String text(ByteBuffer data, int length) {
        if (length > data.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        data.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
