package app.earmark.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in a workbook: what XML can't hold stands as {@code _x001B_}, and text that looks like that has its underscore
 * written so.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376, part 1, 22.4.2.4
 *     (bstr) and 22.9.2.19 (ST_Xstring)</a>
 */
public final class XlsxText {

    /** The most UTF-16 units that a cell may hold. */
    public static final int LONGEST = 32_767;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int ESCAPE_LENGTH = 7;

    private XlsxText() {}

    /** The text with its escapes. */
    public static String escape(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (isUnfit(c) || c == '_' && looksLikeAnEscape(text, i)) {
                out.append(String.format("_x%04X_", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether it would be read as one once it is written: its last underscore may be that of the next letter's escape. */
    private static boolean looksLikeAnEscape(String text, int at) {
        int last = at + ESCAPE_LENGTH - 1;
        return last < text.length()
                && (text.charAt(last) == '_' || isUnfit(text.charAt(last)))
                && ESCAPED.matcher(text.substring(at, last) + "_").matches();
    }

    /** Asked of every cell, and true of almost all. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' || c < ' ' || c >= Character.MIN_SURROGATE && (c <= Character.MAX_SURROGATE || c >= 0xFFFE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnfit(char c) {
        return c < ' ' && c != '\t' && c != '\n' || Character.isSurrogate(c) || c == 0xFFFE || c == 0xFFFF;
    }

    /** The text without its escapes. */
    public static String unescape(String cell) {
        return cell.contains("_x")
                ? ESCAPED.matcher(cell)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : cell;
    }

    /** The escaped text as far as a cell holds it; what is cut ends with an ellipsis, and never within an escape. */
    static String fitting(String escaped) {
        if (escaped.length() <= LONGEST) {
            return escaped;
        }
        int end = LONGEST - 1;
        if (Character.isHighSurrogate(escaped.charAt(end - 1))) {
            end--;
        }
        int escape = escaped.lastIndexOf("_x", end - 1);
        if (escape > end - ESCAPE_LENGTH
                && ESCAPED.matcher(escaped).region(escape, escaped.length()).lookingAt()) {
            end = escape;
        }
        return escaped.substring(0, end) + "…";
    }
}
