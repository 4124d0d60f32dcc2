package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Vorbis comments, as FLAC, Ogg Vorbis and Opus have them. Pictures in them are kept and not shown.
 *
 * @param rest what follows the comments, such as Vorbis's framing bit
 * @see <a href="https://xiph.org/vorbis/doc/v-comment.html">Ogg Vorbis I: comment field and header specification</a>
 */
public record VorbisComment(byte[] vendor, List<byte[]> comments, byte[] rest) implements TextBlock {

    private static final String PICTURE = "METADATA_BLOCK_PICTURE";

    /** Comments that say nothing yet. */
    public static VorbisComment empty() {
        return new VorbisComment("Earmark".getBytes(StandardCharsets.UTF_8), List.of(), new byte[0]);
    }

    /** @return empty if the bytes are no whole block */
    public static Optional<VorbisComment> parse(byte[] bytes, int from) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from).order(ByteOrder.LITTLE_ENDIAN);
        byte[] vendor = next(in);
        if (vendor == null || in.remaining() < 4) {
            return Optional.empty();
        }
        long count = Integer.toUnsignedLong(in.getInt());
        List<byte[]> comments = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            byte[] comment = next(in);
            if (comment == null) {
                return Optional.empty();
            }
            comments.add(comment);
        }
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return Optional.of(new VorbisComment(vendor, comments, rest));
    }

    private static byte[] next(ByteBuffer in) {
        if (in.remaining() < 4) {
            return null;
        }
        long length = Integer.toUnsignedLong(in.getInt());
        if (length > in.remaining()) {
            return null;
        }
        byte[] text = new byte[(int) length];
        in.get(text);
        return text;
    }

    @Override
    public MetadataBlock.Kind kind() {
        return MetadataBlock.Kind.VORBIS;
    }

    /** Keys in capitals; several comments of one key are joined with {@code "; "}. */
    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (byte[] comment : comments) {
            String text = Texts.guess(comment, 0, comment.length);
            int equals = text.indexOf('=');
            String value = text.substring(equals + 1).strip();
            if (equals > 0 && !value.isEmpty() && !isPicture(comment)) {
                values.merge(key(text, equals), value, (before, more) -> before + "; " + more);
            }
        }
        return values;
    }

    private static boolean isPicture(byte[] comment) {
        return comment.length > PICTURE.length()
                && new String(comment, 0, PICTURE.length(), StandardCharsets.ISO_8859_1).equalsIgnoreCase(PICTURE);
    }

    private static String key(String comment, int equals) {
        return comment.substring(0, equals).toUpperCase(Locale.ROOT);
    }

    /** These comments with other texts; those of other keys as they were. */
    public VorbisComment with(Map<String, String> settings) {
        List<byte[]> changed = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>(settings);
        for (byte[] comment : comments) {
            String text = Texts.guess(comment, 0, comment.length);
            int equals = text.indexOf('=');
            String key = equals > 0 ? key(text, equals) : "";
            if (!settings.containsKey(key)) {
                changed.add(comment);
            } else {
                add(changed, key, open.remove(key));
            }
        }
        open.forEach((key, value) -> add(changed, key, value));
        return new VorbisComment(vendor, changed, rest);
    }

    private static void add(List<byte[]> comments, String key, String value) {
        if (value != null && !value.isEmpty()) {
            comments.add((key + "=" + value).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public byte[] bytes() {
        int length = 8
                + vendor.length
                + rest.length
                + comments.stream().mapToInt(comment -> 4 + comment.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(vendor.length).put(vendor).putInt(comments.size());
        comments.forEach(comment -> out.putInt(comment.length).put(comment));
        return out.put(rest).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VorbisComment comment && Arrays.equals(bytes(), comment.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
