package app.earmark.assembly;

import app.earmark.indexing.ScanSettings;
import app.earmark.indexing.TextRefresh;
import app.earmark.library.Edit;
import app.earmark.metadata.ClipTextReader;
import app.earmark.renaming.Renamer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What changes files at a person's word, wired over one catalogue, and the undoing of it. */
final class FileEdits {

    private static final Logger LOG = LoggerFactory.getLogger(FileEdits.class);

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
        metadata = new CatalogueMetadata(parts.ucs(), catalogue, text::refresh, backups, writing(file));
        PresentFiles present = new PresentFiles(catalogue.clips());
        undo = new Undo(
                catalogue.journal(),
                Map.of(
                        Edit.Kind.RENAME,
                        new RenameReverter(renamer, present),
                        Edit.Kind.METADATA,
                        new MetadataReverter(present)),
                catalogue.records(),
                text::refresh,
                undoing(file));
    }

    private static UnrecordedWork writing(Path file) {
        return new UnrecordedWork(file.resolveSibling(file.getFileName() + "-writing"));
    }

    private static UnrecordedWork undoing(Path file) {
        return new UnrecordedWork(file.resolveSibling(file.getFileName() + "-undoing"));
    }

    /** Whether something was cut off that the journal does not know of. */
    static boolean cutOff(Path file) {
        return writing(file).isThere() || undoing(file).isThere();
    }

    /**
     * After a crash: records what was done to files before it.
     *
     * @return a sentence for each piece of work of which something is left
     */
    List<String> settle() {
        try {
            return Stream.of(metadata.adoptCutOff(), undo.settle())
                    .flatMap(Optional::stream)
                    .toList();
        } catch (RuntimeException e) {
            LOG.error("what was cut off could not be recorded", e);
            return List.of("What was done to files before Earmark was cut off could not be recorded; start it again.");
        }
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
