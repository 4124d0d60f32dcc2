package app.earmark.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Comma- or tab-separated rows in UTF-8 without a byte-order mark.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class DelimitedRows implements RowWriter {

    private final CsvWriter csv;

    DelimitedRows(char separator, List<String> columns, OutputStream target) {
        csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new QuoteWhatAnyReaderMightSplit())
                .build(target, StandardCharsets.UTF_8);
        csv.writeRecord(columns);
    }

    @Override
    public void row(List<Cell> cells) {
        csv.writeRecord(cells.stream().map(DelimitedRows::text).toList());
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.safeInSpreadsheets();
        }
        return cell instanceof Cell.Numeric number ? number.plain() : "";
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Spreadsheets in many countries split unquoted cells at semicolons, which join our values. */
    private static final class QuoteWhatAnyReaderMightSplit implements QuoteStrategy {

        @Override
        public boolean quoteValue(int lineNo, int fieldIdx, String value) {
            return !value.isEmpty()
                    && (value.indexOf(';') >= 0
                            || value.indexOf(',') >= 0
                            || value.indexOf('\t') >= 0
                            || Character.isWhitespace(value.charAt(0))
                            || Character.isWhitespace(value.charAt(value.length() - 1)));
        }
    }
}
