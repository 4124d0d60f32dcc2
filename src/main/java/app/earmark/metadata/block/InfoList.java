package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chunk {@code LIST} of type {@code INFO} of a WAV file; its bytes begin with the type. Writing only adds to it.
 *
 * @see <a href="https://www.loc.gov/preservation/digital/formats/fdd/fdd000025.shtml">Multimedia Programming Interface and Data
 *     Specifications 1.0, 1991</a>
 */
public record InfoList(byte[] bytes) implements TextBlock {

    /** INFO key → fields that stand for it, the best first. */
    private static final Map<String, List<String>> FILLED_FROM = new LinkedHashMap<>();

    static {
        FILLED_FROM.put("INAM", List.of("TrackTitle", "FXName"));
        FILLED_FROM.put("ICMT", List.of("Description"));
        FILLED_FROM.put("IKEY", List.of("Keywords"));
        FILLED_FROM.put("IART", List.of("Artist", "Designer"));
        FILLED_FROM.put("IPRD", List.of("Library"));
        FILLED_FROM.put("IGNR", List.of("CategoryFull", "Category"));
    }

    /** A list of nothing. */
    public static InfoList empty() {
        return new InfoList("INFO".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public MetadataBlock.Kind kind() {
        return MetadataBlock.Kind.INFO;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 4;
        while (at + 8 <= bytes.length) {
            String key = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            long length = Math.min(Integer.toUnsignedLong(in.getInt(at + 4)), bytes.length - at - 8L);
            String text = Texts.untilNul(bytes, at + 8, (int) length);
            if (!text.isEmpty()) {
                values.merge(key, text, (before, more) -> before.equals(more) ? before : before + "; " + more);
            }
            at += 8 + (int) length;
            if ((length & 1) == 1 && at < bytes.length && bytes[at] == 0) {
                at++; // some writers forget the pad
            }
        }
        return values;
    }

    /** What would be filled in. */
    public static Map<String, String> settings(Map<String, String> present, WantedFields wanted) {
        Map<String, String> settings = new LinkedHashMap<>();
        FILLED_FROM.forEach((key, fields) -> {
            if (!present.containsKey(key)) {
                fields.stream()
                        .map(field -> Texts.ascii(wanted.text(field)))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .ifPresent(text -> settings.put(key, text));
            }
        });
        return settings;
    }

    /** This list with more entries at its end. */
    public InfoList with(Map<String, String> settings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes);
        settings.forEach((key, text) -> {
            if (out.size() % 2 == 1) {
                out.write(0);
            }
            byte[] plain = text.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer entry = ByteBuffer.allocate(8 + plain.length + 1).order(ByteOrder.LITTLE_ENDIAN);
            entry.put(key.getBytes(StandardCharsets.US_ASCII))
                    .putInt(plain.length + 1)
                    .put(plain);
            out.writeBytes(entry.array());
        });
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        return new InfoList(out.toByteArray());
    }
}
