package app.earmark.metadata.block;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an XML document as text.
 *
 * @param mark the byte-order mark in front, if any
 * @param charset what the text is encoded in, whatever it says of itself
 */
record XmlBytes(byte[] mark, Charset charset, String text) {

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static XmlBytes of(byte[] bytes) {
        if (startsWith(bytes, UTF8_MARK)) {
            return decode(bytes, 3, Texts.charsetOf(bytes, 3, bytes.length - 3));
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, 0, Texts.charsetOf(bytes, 0, bytes.length));
    }

    private static XmlBytes decode(byte[] bytes, int markLength, Charset charset) {
        byte[] mark = new byte[markLength];
        System.arraycopy(bytes, 0, mark, 0, markLength);
        return new XmlBytes(mark, charset, new String(bytes, markLength, bytes.length - markLength, charset));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the charset has the character. */
    boolean encodes(int letter) {
        return charset.newEncoder().canEncode(Character.toString(letter));
    }

    /** Whether text and bytes say the same, so that what is not changed stays as it was. */
    boolean isFaithful(byte[] bytes) {
        return java.util.Arrays.equals(bytes(text), bytes);
    }

    byte[] bytes(String changed) {
        byte[] body = changed.getBytes(charset);
        byte[] all = new byte[mark.length + body.length];
        System.arraycopy(mark, 0, all, 0, mark.length);
        System.arraycopy(body, 0, all, mark.length, body.length);
        return all;
    }
}
