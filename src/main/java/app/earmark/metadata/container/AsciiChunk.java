package app.earmark.metadata.container;

import app.earmark.metadata.MetadataBlock;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The text chunks that AIFF has of itself: {@code NAME}, {@code AUTH}, {@code ANNO}, {@code (c) }. */
final class AsciiChunk {

    private AsciiChunk() {}

    static MetadataBlock block(String id, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        String shown = text.replaceAll("\0+$", "").replace('\0', ' ').strip();
        return new MetadataBlock(MetadataBlock.Kind.AIFF_TEXT, shown.isEmpty() ? Map.of() : Map.of(id.strip(), shown));
    }

    static boolean startsWith(byte[] bytes, String letters) {
        return bytes.length >= letters.length()
                && new String(bytes, 0, letters.length(), StandardCharsets.ISO_8859_1).equals(letters);
    }
}
