package app.earmark.importing;

import app.earmark.export.FormulaGuard;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Rows of separated text. Quotes may hold separators and line breaks; rows may be of different lengths.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class DelimitedLines implements SheetLines {

    /** UTF-16 units that one cell may hold. */
    private static final int LONGEST_CELL = 1 << 26;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private long number;

    DelimitedLines(Reader text, char separator) {
        csv = reader(separator).ofCsvRecord(text);
        records = csv.iterator();
    }

    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL);
    }

    @Override
    public SheetLine next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord found = records.next();
            return new SheetLine(
                    ++number, found.getFields().stream().map(FormulaGuard::off).toList());
        } catch (CsvParseException e) {
            throw new IOException(
                    "row " + (number + 1) + " is damaged, such as by a quote that is opened and never closed", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
