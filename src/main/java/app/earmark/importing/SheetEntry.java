package app.earmark.importing;

import java.util.OptionalInt;

/** A row read through a mapping. */
final class SheetEntry {

    private final SheetLine line;
    private final ColumnMapping mapping;

    SheetEntry(SheetLine line, ColumnMapping mapping) {
        this.line = line;
        this.mapping = mapping;
    }

    long row() {
        return line.number();
    }

    /** Whether the sheet has such a column, whatever stands in it here. */
    boolean has(ImportField field) {
        return mapping.has(field);
    }

    /** The cell as it is; empty without such a column. */
    String text(ImportField field) {
        OptionalInt column = mapping.columnOf(field);
        return column.isPresent() ? line.cell(column.getAsInt()) : "";
    }

    String stripped(ImportField field) {
        return text(field).strip();
    }
}
