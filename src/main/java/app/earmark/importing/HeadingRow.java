package app.earmark.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where a sheet's headings are: in the row with the most that are known, among the first with anything in them. */
final class HeadingRow {

    /** Some people put a title above. */
    static final int DEPTH = 10;

    private HeadingRow() {}

    /** The headings' row; null in an empty sheet. */
    static SheetLine find(SheetLines lines) throws IOException {
        List<SheetLine> first = new ArrayList<>();
        for (SheetLine line = lines.next(); line != null && first.size() < DEPTH; line = lines.next()) {
            if (!line.isBlank()) {
                first.add(line);
            }
        }
        SheetLine best = first.isEmpty() ? null : first.get(0);
        for (SheetLine line : first) {
            if (known(line) > known(best)) {
                best = line;
            }
        }
        return best;
    }

    private static long known(SheetLine line) {
        return line.cells().stream()
                .filter(cell -> Headings.fieldOf(cell).isPresent())
                .count();
    }
}
