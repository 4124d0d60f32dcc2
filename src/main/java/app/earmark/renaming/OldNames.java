package app.earmark.renaming;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the files of a folder were called before Earmark renamed them: a CSV file in the folder itself, that goes where the sounds go. A
 * file that was renamed twice has the name it came with; one that has that name again has no row.
 */
public final class OldNames {

    /** The dot keeps it out of listings, and out of scans. */
    public static final String FILE_NAME = ".earmark-names.csv";

    private static final String NEW = "Filename";
    private static final String OLD = "OriginalFilename";
    private static final String WHEN = "Renamed";

    private OldNames() {}

    /** @param renamed the last time */
    public record Row(String originalName, String renamed) {}

    /** The rows of a folder by present name, in the order of the file; none if there is no such file. */
    public static Map<String, Row> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        Map<String, Row> rows = new LinkedHashMap<>();
        if (Files.notExists(file)) {
            return rows;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new StringReader(text))) {
            for (NamedCsvRecord row : reader) {
                if (row.findField(NEW).isPresent() && row.findField(OLD).isPresent()) {
                    rows.put(
                            row.getField(NEW),
                            new Row(row.getField(OLD), row.findField(WHEN).orElse("")));
                }
            }
        } catch (RuntimeException e) {
            throw new IOException("it is no CSV file", e);
        }
        return rows;
    }

    /**
     * Takes note of renames in one folder, all at once.
     *
     * @param back whether the new names are former ones, of which there is nothing to note but what was noted before
     */
    static void record(Path folder, Collection<FileMove> moves, boolean back, Instant at) throws IOException {
        Map<String, Row> rows = read(folder);
        Map<String, String> originals = new LinkedHashMap<>();
        for (FileMove move : moves) {
            String from = move.from().getFileName().toString();
            String to = move.to().getFileName().toString();
            Row before = rows.get(from);
            originals.put(to, before != null ? before.originalName() : back ? to : from);
        }
        moves.forEach(move -> rows.remove(move.from().getFileName().toString()));
        String when = at.truncatedTo(ChronoUnit.SECONDS).toString();
        originals.forEach((name, original) -> {
            rows.remove(name);
            if (!name.equals(original)) {
                rows.put(name, new Row(original, when));
            }
        });
        write(folder.resolve(FILE_NAME), rows);
    }

    private static void write(Path file, Map<String, Row> rows) throws IOException {
        if (rows.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(NEW, OLD, WHEN);
            rows.forEach((name, row) -> csv.writeRecord(name, row.originalName(), row.renamed()));
        }
        Path unfinished = file.resolveSibling(FILE_NAME + ".part");
        Files.writeString(unfinished, text.toString(), StandardCharsets.UTF_8);
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
