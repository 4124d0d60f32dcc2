package app.earmark.importing;

import app.earmark.export.CellList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a row says about texts. Texts that differ from the present become the person's own; those that the row's OwnFields
 * names do so also where they are the same, or empty.
 */
final class FieldDecisions {

    /** Shorter texts are never cut by a workbook. */
    private static final int CUT_FROM = 4_000;

    private final ClipNow now;
    private final ImportOptions options;

    FieldDecisions(ClipNow now, ImportOptions options) {
        this.now = now;
        this.options = options;
    }

    List<FieldLine> read(SheetEntry entry) {
        Set<String> own = CellList.split(entry.text(ImportField.OWN_FIELDS)).stream()
                .map(Headings::key)
                .collect(Collectors.toSet());
        List<FieldLine> lines = new ArrayList<>();
        for (ImportField field : ImportField.ALL) {
            if (field.isText() && entry.has(field)) {
                boolean isOwn = own.contains(Headings.key(field.name()));
                String text = isOwn || !entry.text(field).isBlank() ? entry.text(field) : "";
                String present = now.fields().get(field.name());
                if (isOwn ? isNews(field, text) : differs(present, text)) {
                    lines.add(new FieldLine(field.name(), present, text));
                }
            }
        }
        ImportField.OWN_CATEGORY.forEach((field, column) -> {
            String text = entry.text(column);
            boolean isOwn = entry.has(column) && (!text.isEmpty() || own.contains(Headings.key(field.name())));
            if (isOwn && isNews(field, text)) {
                lines.add(new FieldLine(field.name(), now.fields().get(field.name()), text));
            }
        });
        return lines;
    }

    /** Whether the person's own text is another, or none. */
    private boolean isNews(ImportField field, String text) {
        String present = now.fields().get(field.name());
        if (options.fillGaps() && !present.isBlank() || isCutOf(present, text)) {
            return false;
        }
        String own = now.ownFields().values().get(field.name());
        return own == null || !same(own, text);
    }

    private boolean differs(String present, String text) {
        if (text.isEmpty()) {
            return options.emptyClears() && !options.fillGaps() && !present.isBlank();
        }
        return !same(present, text) && !(options.fillGaps() && !present.isBlank()) && !isCutOf(present, text);
    }

    /** Spreadsheets write line breaks in their own way; outer blanks are never kept. */
    static boolean same(String one, String other) {
        return lines(one).equals(lines(other));
    }

    private static String lines(String text) {
        String stripped = text.strip();
        return stripped.indexOf('\r') < 0
                ? stripped
                : stripped.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether the cell is as much of the present text as a workbook's cell could hold. */
    private static boolean isCutOf(String present, String cell) {
        return cell.length() > CUT_FROM
                && cell.endsWith("…")
                && present.length() >= cell.length()
                && present.startsWith(cell.substring(0, cell.length() - 1));
    }
}
