package app.earmark.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of separated text. */
final class Separator {

    private static final char[] POSSIBLE = {',', ';', '\t', '|'};
    private static final int SAMPLE_CHARS = 1 << 16;
    private static final int ROWS = 50;

    private Separator() {}

    /** A separator, and how many characters of a line that names it stand before the sheet. */
    record Found(char separator, int skipped) {}

    static Found find(Reader text) throws IOException {
        char[] buffer = new char[SAMPLE_CHARS];
        int length = 0;
        for (int n = text.read(buffer);
                n > 0 && length < SAMPLE_CHARS;
                n = text.read(buffer, length, SAMPLE_CHARS - length)) {
            length += n;
            if (length == SAMPLE_CHARS) {
                break;
            }
        }
        String sample = new String(buffer, 0, length);
        // Excel's own way of naming it.
        if (sample.regionMatches(true, 0, "sep=", 0, 4)
                && sample.length() > 5
                && "\r\n".indexOf(sample.charAt(5)) >= 0) {
            int end = sample.startsWith("\r\n", 5) ? 7 : 6;
            return new Found(sample.charAt(4), end);
        }
        char best = ',';
        long most = -1;
        for (char candidate : POSSIBLE) {
            long score = score(sample, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return new Found(best, 0);
    }

    /** Headings that are known count most, then how many rows are as long as the first, then how long. */
    private static long score(String sample, char separator) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                DelimitedLines.reader(separator).allowUnclosedQuote(true).ofCsvRecord(sample)) {
            for (CsvRecord found : reader) {
                if (rows.size() == ROWS) {
                    break;
                }
                rows.add(found.getFields());
            }
        } catch (CsvParseException | IOException e) {
            return 0;
        }
        if (rows.isEmpty()) {
            return 0;
        }
        int columns = rows.get(0).size();
        long known = rows.stream()
                .limit(HeadingRow.DEPTH)
                .mapToLong(row -> row.stream()
                        .filter(heading -> Headings.fieldOf(heading).isPresent())
                        .count())
                .max()
                .orElse(0);
        long even = rows.stream().filter(row -> row.size() == columns).count();
        return known * 10_000 + (columns > 1 ? even * 100 + Math.min(columns, 99) : 0);
    }
}
