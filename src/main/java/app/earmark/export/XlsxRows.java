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

    /** The format's own limit. */
    static final int MOST_ROWS = 1_048_576;

    private static final int ROWS_A_FLUSH = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;
    private long cut;

    XlsxRows(List<String> columns, OutputStream target) throws IOException {
        workbook = new Workbook(target, "Earmark", "1.0");
        sheet = workbook.newWorksheet("Clips");
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.inlineString(0, column, XlsxText.escape(columns.get(column)));
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
                sheet.inlineString(next, column, inCell(text.safeInSpreadsheets()));
            } else if (cell instanceof Cell.Numeric number) {
                sheet.value(next, column, number.isWhole() ? (Number) (long) number.value() : number.value());
            }
        }
        next++;
        if (next % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    private String inCell(String text) {
        String escaped = XlsxText.escape(text);
        String fitting = XlsxText.fitting(escaped);
        cut += fitting.length() < escaped.length() ? 1 : 0;
        return fitting;
    }

    @Override
    public long cutTexts() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
