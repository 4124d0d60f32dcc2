package app.earmark.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes rows one after the other, without holding the sheet in memory. Closing finishes the sheet. */
interface RowWriter extends Closeable {

    /**
     * @param cells one a column, in the columns' order
     */
    void row(List<Cell> cells) throws IOException;

    /** How many texts were longer than a cell of the format may be, and were cut. */
    default long cutTexts() {
        return 0;
    }

    static RowWriter open(SheetFormat format, List<String> columns, OutputStream target) throws IOException {
        return switch (format) {
            case CSV -> new DelimitedRows(',', columns, target);
            case TSV -> new DelimitedRows('\t', columns, target);
            case XLSX -> new XlsxRows(columns, target);
            case JSON -> new JsonRows(columns, target, true);
            case JSON_LINES -> new JsonRows(columns, target, false);
        };
    }
}
