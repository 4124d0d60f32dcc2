package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contents of the box {@code ilst} of an MP4 file. Pictures and numbers in it are kept and not shown.
 *
 * @param items as they are in the file, with their headers
 */
public record Mp4Tags(List<byte[]> items) implements TextBlock {

    private static final String FREE_FORM = "----";
    private static final int UTF8 = 1;

    /** Tags that say nothing yet. */
    public static Mp4Tags empty() {
        return new Mp4Tags(List.of());
    }

    /** @return empty if the bytes are no whole list */
    public static Optional<Mp4Tags> parse(byte[] list) {
        List<byte[]> items = boxes(list, 0);
        return items == null ? Optional.empty() : Optional.of(new Mp4Tags(items));
    }

    private static List<byte[]> boxes(byte[] bytes, int from) {
        List<byte[]> boxes = new ArrayList<>();
        int at = from;
        while (at + 8 <= bytes.length) {
            long size = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
            if (size < 8 || size > bytes.length - at) {
                return null;
            }
            boxes.add(Arrays.copyOfRange(bytes, at, at + (int) size));
            at += (int) size;
        }
        return at == bytes.length ? boxes : null;
    }

    @Override
    public MetadataBlock.Kind kind() {
        return MetadataBlock.Kind.MP4;
    }

    /** Own texts as {@code ----:com.apple.iTunes:CATID}, others by their type, such as {@code ©nam}. */
    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        items.forEach(item -> text(item).ifPresent(text -> values.putIfAbsent(key(item), text)));
        return values;
    }

    private static String type(byte[] box) {
        return new String(box, 4, 4, StandardCharsets.ISO_8859_1);
    }

    private static String key(byte[] item) {
        if (!type(item).equals(FREE_FORM)) {
            return type(item);
        }
        return FREE_FORM + ":" + part(item, "mean") + ":" + part(item, "name");
    }

    private static String part(byte[] item, String type) {
        List<byte[]> parts = boxes(item, 8);
        return parts == null
                ? ""
                : parts.stream()
                        .filter(part -> type(part).equals(type) && part.length >= 12)
                        .map(part -> new String(part, 12, part.length - 12, StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse("");
    }

    private static Optional<String> text(byte[] item) {
        List<byte[]> parts = boxes(item, 8);
        return parts == null
                ? Optional.empty()
                : parts.stream()
                        .filter(part -> type(part).equals("data") && part.length >= 16)
                        .filter(part -> ByteBuffer.wrap(part).getInt(8) == UTF8)
                        .map(part -> new String(part, 16, part.length - 16, StandardCharsets.UTF_8).strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst();
    }

    /** These tags with other texts; items of other keys as they were. */
    public Mp4Tags with(Map<String, String> settings) {
        List<byte[]> changed = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>(settings);
        for (byte[] item : items) {
            String key = key(item);
            if (!settings.containsKey(key)) {
                changed.add(item);
            } else {
                add(changed, key, open.remove(key));
            }
        }
        open.forEach((key, value) -> add(changed, key, value));
        return new Mp4Tags(changed);
    }

    private static void add(List<byte[]> items, String key, String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        byte[] data = box("data", ByteBuffer.allocate(8).putInt(UTF8).putInt(0).array(), utf8(value));
        if (!key.startsWith(FREE_FORM)) {
            items.add(box(key, data));
            return;
        }
        String[] parts = key.split(":", 3);
        items.add(box(
                FREE_FORM, box("mean", new byte[4], utf8(parts[1])), box("name", new byte[4], utf8(parts[2])), data));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A box of this type, which holds these parts one after the other. */
    public static byte[] box(String type, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = 8 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Override
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
