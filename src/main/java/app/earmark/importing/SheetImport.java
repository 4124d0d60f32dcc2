package app.earmark.importing;

import app.earmark.library.ClipCatalog;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FileStamp;
import app.earmark.library.TagPrecedence;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what sheets say into the catalogue, in three steps: look at the sheet, see what would change, apply it. */
public final class SheetImport {

    private static final int SAMPLES = 5;

    private final ClipCatalog catalog;
    private final EditJournal journal;
    private final UcsTable ucs;
    private final TagPrecedence precedence;

    /** @param precedence by which the catalogue makes tags of what several sources say */
    public SheetImport(ClipCatalog catalog, EditJournal journal, UcsTable ucs, TagPrecedence precedence) {
        this.catalog = catalog;
        this.journal = journal;
        this.ucs = ucs;
        this.precedence = precedence;
    }

    /**
     * Finds out what kind of sheet it is and what its columns are.
     *
     * @param encoding of its text, said by the person; empty to find out
     * @throws UnreadableSheet if it is no sheet, damaged or empty
     */
    public ReadSheet look(Path file, Optional<Charset> encoding) throws UnreadableSheet {
        try {
            FileStamp stamp = stamp(file);
            SheetSource source = SheetSource.of(file, encoding);
            try (SheetLines lines = source.open()) {
                SheetLine headings = HeadingRow.find(lines);
                if (headings == null || headings.isBlank()) {
                    throw new IOException("it has no headings and no rows");
                }
                List<String> names = named(headings.cells());
                return new ReadSheet(
                        file,
                        source.reading(),
                        names,
                        samples(source, headings.number(), names.size()),
                        ColumnMapping.proposed(names),
                        headings.number(),
                        source,
                        stamp);
            }
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static List<List<String>> samples(SheetSource source, long headingRow, int columns) throws IOException {
        List<List<String>> samples = new ArrayList<>();
        try (SheetLines lines = source.open()) {
            SheetLine line = lines.next();
            while (line != null && samples.size() < SAMPLES) {
                if (line.number() > headingRow && !line.isBlank()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < columns; i++) {
                        cells.add(line.cell(i));
                    }
                    samples.add(List.copyOf(cells));
                }
                line = lines.next();
            }
        }
        return samples;
    }

    private static List<String> named(List<String> headings) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String name = headings.get(i).strip();
            names.add(name.isEmpty() ? "Column " + letters(i) : name);
        }
        return names;
    }

    /** A column's letters, as in a spreadsheet: A, B … Z, AA. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /**
     * Says what the sheet would change; nothing changes.
     *
     * @throws UnreadableSheet if it is damaged further on, has changed since it was looked at, or no column tells which clips
     *     it speaks of
     * @throws CancelledWork if the person stopped it
     */
    public ImportPlan plan(ReadSheet sheet, ColumnMapping mapping, ImportOptions options, Progress progress)
            throws UnreadableSheet, CancelledWork {
        if (!mapping.findsClips()) {
            throw new UnreadableSheet(
                    "The sheet " + sheet.file() + " has no column that is taken as Filename, FilePath or ContentHash;"
                            + " say which one tells the sounds.",
                    null);
        }
        try {
            if (!stamp(sheet.file()).equals(sheet.stamp())) {
                throw new IOException("it has changed since it was looked at; open it again");
            }
            return new Planning(catalog, ucs, precedence, sheet, mapping, options, progress).plan();
        } catch (IOException e) {
            throw unreadable(sheet.file(), e);
        }
    }

    /** Makes the changes, as the person's word, in one edit; empty if there is nothing to change. */
    public Optional<Edit> apply(ImportPlan plan) {
        return journal.apply("Import " + plan.sheet().getFileName(), plan.tagChanges(), plan.fieldChanges());
    }

    private static FileStamp stamp(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }

    private static UnreadableSheet unreadable(Path file, Exception e) {
        String reason = e instanceof NoSuchFileException
                ? "there is no such file"
                : e instanceof IOException && e.getMessage() != null ? e.getMessage() : "it is damaged";
        return new UnreadableSheet("The sheet " + file + " can't be read: " + reason.replaceAll("\\.$", "") + ".", e);
    }
}
