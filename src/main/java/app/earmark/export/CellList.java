package app.earmark.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values in one cell: {@code rain; "wind; heavy"}. A value that a reader would split, or take for a quoted one,
 * stands in double quotes, and double quotes in it are doubled; so every list reads back as it was.
 */
public final class CellList {

    private static final String SEPARATOR = "; ";

    private CellList() {}

    /** The cell. */
    public static String join(Collection<String> values) {
        return values.stream().map(CellList::quoted).collect(Collectors.joining(SEPARATOR));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ';' || c == ',' || c == '\n' || c == '\r')
                && !value.startsWith("\"")
                && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /**
     * The values of a cell, without outer blanks; between semicolons or line breaks, or where there are none, commas.
     * Empty places stay as empty values, so that lists in step stay in step; an empty cell has none.
     */
    public static List<String> split(String cell) {
        if (cell.isBlank()) {
            return List.of();
        }
        List<String> values = split(cell, ";\n\r");
        return values.size() > 1 ? values : split(cell, ",");
    }

    private static List<String> split(String cell, String separators) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at <= cell.length()) {
            int start = at;
            while (start < cell.length() && isBlank(cell.charAt(start), separators)) {
                start++;
            }
            StringBuilder value = new StringBuilder();
            int end = start;
            if (start < cell.length() && cell.charAt(start) == '"') {
                end = unquote(cell, start + 1, value);
            }
            int next = end;
            while (next < cell.length() && separators.indexOf(cell.charAt(next)) < 0) {
                next++;
            }
            String rest = cell.substring(end, next).strip();
            values.add(end > start ? value + rest : rest);
            at = next + 1;
        }
        return values;
    }

    /** Appends what stands up to the closing quote; returns the place behind it. */
    private static int unquote(String cell, int from, StringBuilder value) {
        int at = from;
        while (at < cell.length()) {
            char c = cell.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < cell.length() && cell.charAt(at) == '"') {
                value.append(c);
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isBlank(char c, String separators) {
        return Character.isWhitespace(c) && separators.indexOf(c) < 0;
    }
}
