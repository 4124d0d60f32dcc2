package app.earmark.cli;

/** Text made fit for a terminal: a file's name must not move the cursor, change colours or begin a new line. */
final class Printable {

    private Printable() {}

    /** Control characters, and those that reverse the reading direction, become visible escapes. */
    static String of(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = Character.isISOControl(c)
                    || c >= '\u202A' && c <= '\u202E'
                    || c >= '\u2066' && c <= '\u2069'
                    || c == '\u2028'
                    || c == '\u2029';
            if (hidden && out == null) {
                out = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (hidden) {
                out.append(escape(c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04X", (int) c);
        };
    }

    /** The text's beginning, in at most this many characters, ending in an ellipsis if something was cut. */
    static String cut(String text, int width) {
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    static String pad(String text, int width) {
        int missing = width - text.codePointCount(0, text.length());
        return missing <= 0 ? text : text + " ".repeat(missing);
    }
}
