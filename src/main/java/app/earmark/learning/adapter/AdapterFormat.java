package app.earmark.learning.adapter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** An adapter as bytes: {@code EMNA}, a version, then its arrays, big-endian, and a CRC-32 of all before. */
public final class AdapterFormat {

    private static final int MAGIC = 0x454D4E41;
    private static final int VERSION = 1;

    private AdapterFormat() {}

    public static byte[] write(NameAdapter adapter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            write(out, adapter.audioMap());
            write(out, adapter.audioShift());
            write(out, adapter.textMap());
            write(out, adapter.textShift());
            WordWeights words = adapter.words();
            out.writeFloat(words.unknown());
            write(out, words.weights());
            for (String word : words.indexOf().keySet()) {
                out.writeUTF(word);
            }
            write(out, adapter.names().scales());
            for (byte[] meaning : adapter.names().meanings()) {
                out.write(meaning);
            }
            out.flush();
            out.writeInt(crc(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UnreadableAdapter if these are not the bytes of an adapter, or of a later version's */
    public static NameAdapter read(byte[] bytes) throws UnreadableAdapter {
        int end = bytes.length - Integer.BYTES;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (end < 0 || in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new UnreadableAdapter("it is none, or was made by another version of Earmark", null);
            }
            if (crc(bytes, end) != java.nio.ByteBuffer.wrap(bytes).getInt(end)) {
                throw new UnreadableAdapter("it is damaged", null);
            }
            float[][] audioMap = matrix(in);
            float[] audioShift = vector(in);
            float[][] textMap = matrix(in);
            float[] textShift = vector(in);
            float unknown = in.readFloat();
            float[] weights = vector(in);
            Map<String, Integer> indexOf = new LinkedHashMap<>();
            for (int i = 0; i < weights.length; i++) {
                indexOf.put(in.readUTF(), i);
            }
            float[] scales = vector(in);
            byte[][] meanings = new byte[scales.length][textMap.length - weights.length];
            for (byte[] meaning : meanings) {
                in.readFully(meaning);
            }
            return new NameAdapter(
                    audioMap,
                    audioShift,
                    new WordWeights(indexOf, weights, unknown),
                    textMap,
                    textShift,
                    new KnownNames(meanings, scales));
        } catch (IOException e) {
            throw new UnreadableAdapter("it is damaged", e);
        }
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static void write(DataOutputStream out, float[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (float[] row : rows) {
            write(out, row);
        }
    }

    private static float[] vector(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static float[][] matrix(DataInputStream in) throws IOException {
        float[][] rows = new float[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(in);
        }
        return rows;
    }
}
