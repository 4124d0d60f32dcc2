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
import java.util.List;
import java.util.Optional;

/** Writes clips into a sheet, a row each, some hundreds at a time: a catalogue of any size fits through. */
public final class TagSheet {

    private static final int CLIPS_A_READ = 500;

    private final ClipCatalog catalog;

    public TagSheet(ClipCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Writes the sheet in the format its extension asks for. The file appears, or replaces an older one, only when the
     * sheet is complete.
     *
     * @param clips in the order of the rows
     * @return rows written below the header
     * @throws SheetFailure if the sheet can't be written
     * @throws CancelledWork if the person stopped it
     */
    public long write(List<ClipId> clips, Path target, Progress progress) throws SheetFailure, CancelledWork {
        SheetFormat format = SheetFormat.of(target)
                .orElseThrow(() -> new SheetFailure(
                        "A sheet's name ends in one of " + SheetFormat.choices() + ", which " + target + " does not.",
                        null));
        progress.phase("Exporting", clips.size());
        try (NewFile file = NewFile.beside(target)) {
            long rows = writeRows(clips, format, file.stream(), progress);
            file.commit();
            return rows;
        } catch (IOException e) {
            throw new SheetFailure("The sheet " + target + " could not be written: " + NewFile.reason(e) + ".", e);
        }
    }

    private long writeRows(List<ClipId> clips, SheetFormat format, OutputStream target, Progress progress)
            throws IOException, CancelledWork {
        long rows = 0;
        try (RowWriter writer = RowWriter.open(format, SheetColumns.names(), target)) {
            for (int from = 0; from < clips.size(); from += CLIPS_A_READ) {
                progress.throwIfCancelled();
                List<ClipId> some = clips.subList(from, Math.min(from + CLIPS_A_READ, clips.size()));
                for (SheetRow row : read(some)) {
                    writer.row(SheetColumns.cells(row));
                    rows++;
                }
                progress.advanced(from + some.size(), 0);
            }
        }
        return rows;
    }

    private List<SheetRow> read(List<ClipId> ids) {
        var found = catalog.findAll(ids);
        var fields = catalog.fieldsOf(ids);
        var tags = catalog.tagsOf(ids);
        var packs = catalog.packsOf(ids);
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> new SheetRow(
                        found.get(id),
                        fields.getOrDefault(id, ClipFields.NONE),
                        tags.getOrDefault(id, ClipTags.NONE),
                        Optional.ofNullable(packs.get(id))))
                .toList();
    }
}
