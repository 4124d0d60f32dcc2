package app.earmark.assembly;

import app.earmark.library.CatalogueReadOnly;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Edit;
import app.earmark.library.FileChange;
import app.earmark.metadata.FileMetadata;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.UnreadableMetadata;
import app.earmark.metadata.write.MetadataBackup;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.metadata.write.MetadataWriter;
import app.earmark.metadata.write.WrittenFile;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes metadata of the clips of a catalogue, and lets the catalogue follow. */
final class CatalogueMetadata implements MetadataEditor {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueMetadata.class);

    private final UcsTable table;
    private final MetadataReader reader;
    private final MetadataWriter writer;
    private final CataloguePorts ports;
    private final Consumer<Collection<ClipId>> readAgain;
    private final Path backups;
    private final UnrecordedWork unrecorded;

    /**
     * @param readAgain reads again what the names and metadata of clips say
     * @param backups folder for what is replaced
     * @param unrecorded says which batch was cut off
     */
    CatalogueMetadata(
            UcsTable table,
            CataloguePorts ports,
            Consumer<Collection<ClipId>> readAgain,
            Path backups,
            UnrecordedWork unrecorded) {
        this.table = table;
        this.reader = new MetadataReader(table);
        this.writer = new MetadataWriter(table);
        this.ports = ports;
        this.readAgain = readAgain;
        this.backups = backups;
        this.unrecorded = unrecorded;
    }

    @Override
    public FileMetadata read(Path file) throws UnreadableMetadata {
        return reader.read(file);
    }

    @Override
    public MetadataPlan plan(Path file, ClipFields fields) {
        return writer.plan(file, fields);
    }

    @Override
    public List<MetadataPlan> plan(Collection<ClipId> clips, boolean modelTags, Progress progress)
            throws CancelledWork {
        ClipWording wording = new ClipWording(table, modelTags);
        Map<ClipId, Clip> found = ports.clips().findAll(clips);
        Map<ClipId, ClipFields> fields = ports.clips().fieldsOf(clips);
        Map<ClipId, ClipFields> own = ports.clips().ownFieldsOf(clips);
        Map<ClipId, ClipTags> tags = ports.clips().tagsOf(clips);
        List<MetadataPlan> plans = new ArrayList<>();
        progress.phase("Comparing metadata", clips.size());
        for (ClipId clip : clips) {
            progress.throwIfCancelled();
            if (found.containsKey(clip)) {
                ClipFields texts = wording.of(
                        fields.getOrDefault(clip, ClipFields.NONE),
                        own.getOrDefault(clip, ClipFields.NONE),
                        tags.getOrDefault(clip, ClipTags.NONE));
                plans.add(writer.plan(found.get(clip).path(), texts));
            }
            progress.advanced(plans.size(), 0);
        }
        return plans;
    }

    @Override
    public synchronized Written write(List<MetadataPlan> plans, Progress progress) {
        if (ports.readOnly()) {
            throw new CatalogueReadOnly(ports.notice().orElse("The catalogue can't be changed, so no file was."), null);
        }
        adoptCutOff();
        MetadataWriter.Outcome outcome =
                writer.write(plans, backups, backup -> unrecorded.begin(backup.toString()), progress);
        Optional<Edit> edit = record(byPath(outcome.written()), "");
        unrecorded.end();
        return new Written(
                edit,
                outcome.written().stream().map(WrittenFile::file).distinct().toList(),
                outcome.refused(),
                outcome.cancelled());
    }

    /**
     * After a crash: what was written before it becomes an edit like any other, which can be undone, and the catalogue goes on
     * knowing those files.
     *
     * @return a sentence about it, if that was so
     */
    synchronized Optional<String> adoptCutOff() {
        Optional<Path> cutOff =
                ports.readOnly() ? Optional.empty() : unrecorded.what().map(Path::of);
        if (cutOff.isEmpty()) {
            return Optional.empty();
        }
        Path backup = cutOff.get();
        Optional<Edit> edit = Optional.empty();
        try {
            if (Files.exists(backup) && !isRecorded(backup)) {
                List<WrittenFile> reached = new MetadataBackup(backup).written(Progress.NONE);
                edit = record(byPath(reached), " (cut off)");
                LOG.info(
                        "{} files had been written when Earmark was cut off; they are in the journal now",
                        reached.size());
            }
            unrecorded.end();
        } catch (IOException | CancelledWork e) {
            LOG.error("what was written before Earmark was cut off is not known; its backup is {}", backup, e);
        }
        return edit.map(known -> "Writing metadata was cut off. What was written until then is in the history (“"
                + known.title() + "”), and can be undone.");
    }

    /** The crash may have come between the journal's entry and the note's end. */
    private boolean isRecorded(Path backup) {
        return ports.journal().newest(1).stream()
                .filter(edit -> edit.kind() == Edit.Kind.METADATA)
                .flatMap(edit -> ports.journal().filesOf(edit).stream())
                .anyMatch(file -> file.backup().equals(Optional.of(backup)));
    }

    private Optional<Edit> record(Map<Path, WrittenFile> written, String remark) {
        List<FileChange> changes = new ArrayList<>();
        written.forEach((path, file) -> changes.add(
                new FileChange(ports.clips().findByPath(path).map(Clip::id), path, path, Optional.of(file.backup()))));
        Optional<Edit> edit = changes.isEmpty()
                ? Optional.empty()
                : Optional.of(ports.journal().recordFiles(Edit.Kind.METADATA, title(changes) + remark, changes));
        ports.records().saveContentHashes(hashes(changes, written));
        readAgain.accept(
                changes.stream().flatMap(change -> change.clip().stream()).toList());
        return edit;
    }

    private static String title(List<FileChange> changes) {
        return changes.size() == 1
                ? "Write metadata into " + changes.get(0).after().getFileName()
                : "Write metadata into " + changes.size() + " files";
    }

    private static Map<Path, WrittenFile> byPath(List<WrittenFile> files) {
        Map<Path, WrittenFile> written = new LinkedHashMap<>();
        files.forEach(file -> written.put(file.file(), file));
        return written;
    }

    /** So that a scan knows the files wherever they are moved to. */
    private static Map<ClipId, String> hashes(List<FileChange> changes, Map<Path, WrittenFile> written) {
        Map<ClipId, String> hashes = new HashMap<>();
        changes.forEach(change -> change.clip()
                .ifPresent(clip -> hashes.put(clip, written.get(change.after()).contentHash())));
        return hashes;
    }
}
