package app.earmark.export;

import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes clips into a sheet, a row each, some hundreds at a time: a catalogue of any size fits through. */
public final class TagSheet {

    private static final int CLIPS_A_READ = 500;

    private final ClipCatalog catalog;

    public TagSheet(ClipCatalog catalog) {
        this.catalog = catalog;
    }

    /** Writes a sheet of every column there is. */
    public long write(List<ClipId> clips, Path target, Progress progress) throws SheetFailure, CancelledWork {
        return write(clips, ColumnPreset.ALL.columns(), target, progress);
    }

    /**
     * Writes the sheet in the format its extension asks for. The file appears, or replaces an older one, only when the
     * sheet is complete.
     *
     * @param clips in the order of the rows
     * @param columns from left to right; headings that are the same get a number
     * @return rows written below the header
     * @throws SheetFailure if the sheet can't be written
     * @throws CancelledWork if the person stopped it
     */
    public long write(List<ClipId> clips, List<SheetColumn> columns, Path target, Progress progress)
            throws SheetFailure, CancelledWork {
        SheetFormat format = SheetFormat.of(target)
                .orElseThrow(() -> new SheetFailure(
                        "A sheet's name ends in one of " + SheetFormat.choices() + ", which " + target + " does not.",
                        null));
        progress.phase("Exporting", clips.size());
        try (NewFile file = NewFile.beside(target)) {
            long rows = writeRows(clips, columns, format, file.stream(), progress);
            file.commit();
            return rows;
        } catch (IOException e) {
            throw new SheetFailure("The sheet " + target + " could not be written: " + NewFile.reason(e) + ".", e);
        }
    }

    private long writeRows(
            List<ClipId> clips, List<SheetColumn> chosen, SheetFormat format, OutputStream target, Progress progress)
            throws IOException, CancelledWork {
        long rows = 0;
        List<SheetColumns.Column> columns = SheetColumns.of(chosen);
        Set<String> fields = chosen.stream().map(SheetColumn::field).collect(Collectors.toSet());
        try (RowWriter writer = RowWriter.open(format, headings(chosen), target)) {
            for (int from = 0; from < clips.size(); from += CLIPS_A_READ) {
                progress.throwIfCancelled();
                List<ClipId> some = clips.subList(from, Math.min(from + CLIPS_A_READ, clips.size()));
                for (SheetRow row : read(some, fields)) {
                    writer.row(SheetColumns.cells(row, columns));
                    rows++;
                }
                progress.advanced(from + some.size(), 0);
            }
            if (writer.cutTexts() > 0) {
                boolean one = writer.cutTexts() == 1;
                progress.note(writer.cutTexts() + (one ? " text was" : " texts were") + " longer than the "
                        + XlsxText.LONGEST + " characters a cell may hold, and " + (one ? "was" : "were")
                        + " cut; the other formats hold " + (one ? "it" : "them") + " whole.");
            }
        }
        return rows;
    }

    private static List<String> headings(List<SheetColumn> columns) {
        Set<String> taken = new HashSet<>();
        List<String> headings = new ArrayList<>();
        for (SheetColumn column : columns) {
            String heading = column.heading();
            for (int i = 2; !taken.add(heading); i++) {
                heading = column.heading() + " (" + i + ")";
            }
            headings.add(heading);
        }
        return headings;
    }

    private List<SheetRow> read(List<ClipId> ids, Set<String> wanted) {
        var found = catalog.findAll(ids);
        var fields = catalog.fieldsOf(ids);
        var tags = catalog.tagsOf(ids);
        var packs = catalog.packsOf(ids);
        boolean ownWanted = wanted.contains(SheetColumns.OWN_FIELDS)
                || SheetColumn.OWN_CATEGORY.keySet().stream().anyMatch(wanted::contains);
        Map<ClipId, ClipFields> own = ownWanted ? catalog.ownFieldsOf(ids) : Map.of();
        Map<ClipId, String> hashes =
                wanted.contains(SheetColumns.CONTENT_HASH) ? catalog.contentHashesOf(ids) : Map.of();
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> new SheetRow(
                        found.get(id),
                        fields.getOrDefault(id, ClipFields.NONE),
                        tags.getOrDefault(id, ClipTags.NONE),
                        Optional.ofNullable(packs.get(id)),
                        own.getOrDefault(id, ClipFields.NONE),
                        hashes.getOrDefault(id, "")))
                .toList();
    }
}
