package app.earmark.taxonomies;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as editors and spreadsheets save it: UTF-8, or UTF-16 with a byte-order mark. */
final class FileText {

    private FileText() {}

    /** @throws WrongLine at the first line that is text of no such kind */
    static String decode(byte[] bytes) throws WrongLine {
        Charset charset = charsetOf(bytes);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new WrongLine(
                    lineOfFirstFault(bytes, charset),
                    "this is not UTF-8 text; save the file as UTF-8 (in Excel: \"CSV UTF-8\").");
        }
        if (text.indexOf('\0') >= 0) {
            throw new WrongLine(0, "this is no text file.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charsetOf(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return first == 0xFEFF || first == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static long lineOfFirstFault(byte[] bytes, Charset charset) {
        if (charset != StandardCharsets.UTF_8) {
            return 0;
        }
        String replaced = new String(bytes, charset);
        int fault = replaced.indexOf('\uFFFD');
        return fault < 0
                ? 0
                : 1
                        + replaced.substring(0, fault)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
