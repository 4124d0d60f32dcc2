package app.earmark.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells Windows-1252 from Mac Roman by what its bytes above 127 would be: letters within words and quotes around them speak for
 * an encoding, signs, capitals and holes within words against it.
 */
final class EightBitGuess {

    private static final String OPENING = "‘“„«";
    private static final String CLOSING = "”»";
    private static final String TYPOGRAPHY = OPENING + CLOSING + "’–—…¡¿€£©®™°·•§½¼¾×²³µ";

    private final Map<Charset, String> tables = new LinkedHashMap<>();
    private final Map<Charset, Long> scores = new LinkedHashMap<>();
    private int before = ' ';
    private int here = ' ';

    EightBitGuess() {
        for (String name : new String[] {"windows-1252", "x-MacRoman"}) {
            if (Charset.isSupported(name)) {
                byte[] bytes = new byte[256];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) i;
                }
                Charset charset = Charset.forName(name);
                tables.put(charset, new String(bytes, charset));
                scores.put(charset, 0L);
            }
        }
    }

    void add(int b) {
        score(b);
        before = here;
        here = b;
    }

    /** Scores the byte before this one, which has both neighbours now. */
    private void score(int after) {
        if (here >= 0x80) {
            tables.forEach((charset, table) -> scores.merge(
                    charset, (long) worth(table.charAt(before), table.charAt(here), table.charAt(after)), Long::sum));
        }
    }

    private static int worth(char left, char c, char right) {
        boolean inWord = Character.isLowerCase(left) || Character.isLowerCase(right);
        if (Character.isLowerCase(c)) {
            return inWord ? 3 : Character.isLetter(left) || Character.isLetter(right) ? 0 : 1;
        }
        if (Character.isUpperCase(c)) {
            return Character.isLowerCase(left) ? -3 : Character.isLetter(right) ? 2 : 0;
        }
        if (TYPOGRAPHY.indexOf(c) >= 0) {
            return isInPlace(left, c, right) ? 4 : 1;
        }
        return Character.isLetterOrDigit(c) || c == '\u00A0' ? 0 : -2;
    }

    /** Quotes at the ends of words, apostrophes behind letters, degrees of a temperature. */
    private static boolean isInPlace(char left, char c, char right) {
        boolean behind = Character.isLetterOrDigit(left);
        boolean before = Character.isLetterOrDigit(right);
        if (OPENING.indexOf(c) >= 0) {
            return before && !behind;
        }
        if (CLOSING.indexOf(c) >= 0) {
            return !before && (behind || ".,!?…".indexOf(left) >= 0);
        }
        return c == '’' && behind || c == '°' && (right == 'C' || right == 'F');
    }

    /** The better of the two; Windows-1252, the more frequent, where they are equal. */
    TextEncoding best() {
        score(' ');
        return scores.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(best -> new TextEncoding(
                        best.getKey(), 0, best.getKey().name().contains("Mac") ? "Mac Roman" : "Windows-1252"))
                .orElse(new TextEncoding(StandardCharsets.ISO_8859_1, 0, "Latin-1"));
    }
}
