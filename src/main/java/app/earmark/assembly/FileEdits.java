package app.earmark.assembly;

import app.earmark.indexing.ScanSettings;
import app.earmark.indexing.TextRefresh;
import app.earmark.library.Edit;
import app.earmark.metadata.ClipTextReader;
import app.earmark.renaming.Renamer;
import java.nio.file.Path;
import java.util.Map;

/** What changes files at a person's word, wired over one catalogue, and the undoing of it. */
final class FileEdits {

    private final TextRefresh text;
    private final Renamer renamer;
    private final CatalogueMetadata metadata;
    private final Undo undo;

    /**
     * @param file the catalogue's; what is under way stands beside it
     * @param backups folder for what is replaced in files
     */
    FileEdits(Path file, Path backups, CataloguePorts catalogue, Parts parts) {
        text = new TextRefresh(
                catalogue.clips(),
                catalogue.records(),
                parts.decoder(),
                new ClipTextReader(parts.ucs()),
                ScanSettings.ofThisMachine());
        renamer = new Renamer(
                catalogue.clips(),
                catalogue.journal(),
                parts.ucs(),
                file.resolveSibling(file.getFileName() + "-renaming"),
                text::refresh,
                () -> !catalogue.readOnly());
        metadata = new CatalogueMetadata(
                parts.ucs(),
                catalogue,
                text::refresh,
                backups,
                new UnrecordedWriting(file.resolveSibling(file.getFileName() + "-writing")));
        metadata.adoptCutOff();
        undo = new Undo(
                catalogue.journal(),
                Map.of(Edit.Kind.RENAME, new RenameReverter(renamer), Edit.Kind.METADATA, metadata),
                catalogue.records(),
                text::refresh);
    }

    /** Records metadata that was written before a crash. */
    void adoptCutOff() {
        metadata.adoptCutOff();
    }

    Renamer renamer() {
        return renamer;
    }

    MetadataEditor metadata() {
        return metadata;
    }

    Undo undo() {
        return undo;
    }

    /** Reads again what names and metadata say. */
    TextRefresh text() {
        return text;
    }
}
