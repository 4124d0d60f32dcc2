package app.earmark.metadata.block;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One frame of an ID3v2 tag, as it stands in the file.
 *
 * @param id three letters in version 2, four in the others
 * @param content what follows the frame's header
 * @param text what it says, if it is a text that Earmark understands
 */
record Id3Frame(String id, int flags, byte[] content, Optional<Text> text) {

    /** @param key such as {@code TIT2}, {@code COMM} or {@code TXXX:CATID}, in every version */
    record Text(String key, String value) {}

    private static final Map<String, String> LATER_ID = Map.of(
            "TT2", "TIT2", "TP1", "TPE1", "TAL", "TALB", "TYE", "TYER", "TPB", "TPUB", "TCO", "TCON", "COM", "COMM",
            "TXX", "TXXX", "WXX", "WXXX");

    static Id3Frame read(String id, int flags, byte[] content, Optional<byte[]> readable) {
        String later = LATER_ID.getOrDefault(id, id);
        return new Id3Frame(id, flags, content, readable.flatMap(bytes -> text(later, bytes)));
    }

    private static Optional<Text> text(String id, byte[] content) {
        if (content.length == 0) {
            return Optional.empty();
        }
        int encoding = content[0];
        return switch (id) {
            case "TXXX", "WXXX" -> described(id, content, encoding, 1, id.equals("WXXX"));
            case "COMM" -> content.length < 4 ? Optional.empty() : described(id, content, encoding, 4, false);
            default -> {
                if (id.startsWith("T")) {
                    yield Optional.of(new Text(id, decode(content, 1, content.length, encoding)));
                }
                yield id.startsWith("W") && id.length() == 4
                        ? Optional.of(new Text(id, decode(content, 0, content.length, 0)))
                        : Optional.empty();
            }
        };
    }

    private static Optional<Text> described(String id, byte[] content, int encoding, int from, boolean link) {
        int end = end(content, from, encoding);
        String description = decode(content, from, end, encoding);
        int value = Math.min(content.length, end + (isWide(encoding) ? 2 : 1));
        String text = decode(content, value, content.length, link ? 0 : encoding);
        return Optional.of(new Text(description.isEmpty() ? id : id + ":" + description, text));
    }

    private static boolean isWide(int encoding) {
        return encoding == 1 || encoding == 2;
    }

    private static int end(byte[] content, int from, int encoding) {
        int step = isWide(encoding) ? 2 : 1;
        for (int i = from; i + step <= content.length; i += step) {
            if (content[i] == 0 && (step == 1 || content[i + 1] == 0)) {
                return i;
            }
        }
        return content.length;
    }

    private static String decode(byte[] content, int from, int to, int encoding) {
        int length = Math.max(0, to - from);
        String text =
                switch (encoding) {
                    case 1 -> utf16(content, from, length);
                    case 2 -> new String(content, from, length, StandardCharsets.UTF_16BE);
                    case 3 -> Texts.guess(content, from, length);
                    default -> new String(content, from, length, Texts.LEGACY);
                };
        return text.replaceAll("\0+$", "").replace("\0", "; ").strip();
    }

    private static String utf16(byte[] content, int from, int length) {
        boolean little = length >= 2 && (content[from] & 0xFF) == 0xFF && (content[from + 1] & 0xFF) == 0xFE;
        boolean marked = little || length >= 2 && (content[from] & 0xFF) == 0xFE && (content[from + 1] & 0xFF) == 0xFF;
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        int skip = marked ? 2 : 0;
        return new String(content, from + skip, length - skip, marked ? charset : StandardCharsets.UTF_16LE)
                .replace("\uFEFF", "");
    }

    /** A frame that says this, in the given version of the tag. */
    static Id3Frame of(String key, String value, int version) {
        int colon = key.indexOf(':');
        String name = colon < 0 ? key : key.substring(0, colon);
        String description = colon < 0 ? "" : key.substring(colon + 1);
        int encoding = encoding(description + value, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(encoding);
        if (name.equals("COMM")) {
            out.writeBytes("eng".getBytes(StandardCharsets.US_ASCII));
        }
        if (name.equals("COMM") || name.equals("TXXX")) {
            out.writeBytes(encode(description, encoding));
            out.writeBytes(new byte[isWide(encoding) ? 2 : 1]);
        }
        out.writeBytes(encode(value, encoding));
        String id = version > 2
                ? name
                : LATER_ID.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("ID3v2.2 has no " + name));
        return read(id, 0, out.toByteArray(), Optional.of(out.toByteArray()));
    }

    private static int encoding(String text, int version) {
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                && text.chars().noneMatch(c -> c >= 0x80 && c < 0xA0)) {
            return 0;
        }
        return version >= 4 ? 3 : 1;
    }

    private static byte[] encode(String text, int encoding) {
        return switch (encoding) {
            case 0 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> text.getBytes(StandardCharsets.UTF_8);
            default -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        };
    }
}
