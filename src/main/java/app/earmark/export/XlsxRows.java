package app.earmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of an Excel workbook. Text is written in place rather than through the shared table, so that memory does not
 * grow with the sheet.
 */
final class XlsxRows implements RowWriter {

    /** The format's own limits. */
    static final int MOST_ROWS = 1_048_576;

    static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_A_FLUSH = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxRows(List<String> columns, OutputStream target) throws IOException {
        workbook = new Workbook(target, "Earmark", "1.0");
        sheet = workbook.newWorksheet("Clips");
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.inlineString(0, column, columns.get(column));
        }
        next = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (next >= MOST_ROWS) {
            throw new IOException("An .xlsx sheet holds at most " + MOST_ROWS + " rows; export to .csv instead.");
        }
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            if (cell instanceof Cell.Text text) {
                sheet.inlineString(next, column, fitting(text.safeInSpreadsheets()));
            } else if (cell instanceof Cell.Numeric number) {
                sheet.value(next, column, number.value());
            }
        }
        next++;
        if (next % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    /** Without the characters that XML can't hold, and no longer than a cell may be. */
    private static String fitting(String text) {
        String clean = text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF)
                ? text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]", "\uFFFD")
                : text;
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
