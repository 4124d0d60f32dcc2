package app.earmark.importing;

import java.util.List;

/**
 * A row as it stands in the sheet.
 *
 * @param number as a spreadsheet counts, from 1, with the headings; for JSON Lines the line, for JSON the object
 * @param cells texts from left to right; there may be fewer or more than headings
 * @param troubles sentences about cells that could not be read
 */
record SheetLine(long number, List<String> cells, List<String> troubles) {

    SheetLine(long number, List<String> cells) {
        this(number, cells, List.of());
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The cell's text; empty where the row is too short. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
