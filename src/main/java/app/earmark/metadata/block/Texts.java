package app.earmark.metadata.block;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;

/** Text in blocks that do not say how they are encoded. */
public final class Texts {

    /** What programs wrote before UTF-8. */
    static final Charset LEGACY = Charset.forName("windows-1252");

    private static final Map<String, String> SPELT = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "AE"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "OE"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("đ", "d"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("„", "\""),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("×", "x"));

    private Texts() {}

    /** Up to the first NUL; UTF-8 where it is that, else windows-1252. */
    static String untilNul(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return guess(bytes, from, end - from).strip();
    }

    static String guess(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, charsetOf(bytes, from, length));
    }

    static Charset charsetOf(byte[] bytes, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return LEGACY;
        }
    }

    /**
     * As ASCII, for blocks whose readers do not agree on anything else: accents are left out, quotes made plain, and letters
     * that have no likeness become question marks.
     *
     * @return empty if no letter and no digit of the text survives
     */
    public static String ascii(String text) {
        StringBuilder plain = new StringBuilder();
        SPELT.entrySet().stream()
                .reduce(text, (t, spelt) -> t.replace(spelt.getKey(), spelt.getValue()), (a, b) -> a)
                .codePoints()
                .forEach(letter -> plain.append(ascii(letter)));
        boolean survives = plain.chars().anyMatch(Character::isLetterOrDigit);
        return survives ? plain.toString() : "";
    }

    private static String ascii(int letter) {
        if (letter < 0x80) {
            return Character.toString(letter);
        }
        String apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        String kept = apart.replaceAll("[^\\x00-\\x7F]", "");
        int type = Character.getType(letter);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        return kept.isEmpty() && !mark ? "?" : kept;
    }

    /** At most so many bytes of an ASCII text, ended at a word where one ends near. */
    static String shortened(String ascii, int bytes) {
        if (ascii.length() <= bytes) {
            return ascii;
        }
        int space = ascii.lastIndexOf(' ', bytes);
        return ascii.substring(0, space > bytes * 3 / 4 ? space : bytes).strip();
    }
}
