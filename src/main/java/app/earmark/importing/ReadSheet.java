package app.earmark.importing;

import app.earmark.library.FileStamp;
import java.nio.file.Path;
import java.util.List;

/**
 * A sheet after a first look: how it is to be read, and what its columns seem to be.
 *
 * @param reading how it was understood, for people: {@code CSV, separated by semicolons, Windows-1252}
 * @param headings from left to right; a column without one is called by its letter
 * @param samples the first rows, as long as the headings
 * @param proposed what the headings suggest
 */
public record ReadSheet(
        Path file,
        String reading,
        List<String> headings,
        List<List<String>> samples,
        ColumnMapping proposed,
        long headingRow,
        SheetSource source,
        FileStamp stamp) {

    public ReadSheet {
        headings = List.copyOf(headings);
        samples = List.copyOf(samples);
    }
}
