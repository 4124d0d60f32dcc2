package app.earmark.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The sheet of a workbook that is read: of the visible ones with anything in them the one with the most headings that are known, or
 * else the first.
 *
 * @param others names of the others
 * @param calculated whether the results of formulas are stored; programs that write workbooks without calculating store none
 */
record WorkbookSheet(Sheet sheet, List<String> others, boolean calculated) {

    /** How far a sheet is looked at for formulas. */
    private static final int LOOKED_AT = 1_000;

    /** @throws IOException if there is none */
    static WorkbookSheet of(ReadableWorkbook workbook) throws IOException {
        List<Sheet> filled = new ArrayList<>();
        Sheet best = null;
        long most = -1;
        for (Sheet sheet : workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList()) {
            long known = knownHeadings(sheet);
            if (known >= 0) {
                filled.add(sheet);
            }
            if (known > most) {
                most = known;
                best = sheet;
            }
        }
        if (best == null) {
            throw new IOException("none of its sheets has anything in it");
        }
        Sheet taken = best;
        return new WorkbookSheet(
                taken,
                filled.stream()
                        .filter(sheet -> sheet != taken)
                        .map(Sheet::getName)
                        .toList(),
                isCalculated(taken));
    }

    /** Negative for a sheet with nothing in it. */
    private static long knownHeadings(Sheet sheet) throws IOException {
        long most = -1;
        int filled = 0;
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            while (rows.hasNext() && filled < HeadingRow.DEPTH) {
                Row row = rows.next();
                if (row.getFirstNonEmptyCell().isPresent()) {
                    filled++;
                    most = Math.max(
                            most,
                            row.stream()
                                    .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                                    .filter(cell ->
                                            Headings.fieldOf(cell.getText()).isPresent())
                                    .count());
                }
            }
        }
        return most;
    }

    private static boolean isCalculated(Sheet sheet) throws IOException {
        try (Stream<Row> stream = sheet.openStream()) {
            List<Cell> formulas = stream.limit(LOOKED_AT)
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null && cell.getType() == CellType.FORMULA)
                    .toList();
            return formulas.isEmpty() || formulas.stream().anyMatch(WorkbookSheet::hasResult);
        }
    }

    static boolean hasResult(Cell formula) {
        return formula.getRawValue() != null && !formula.getRawValue().isEmpty();
    }
}
