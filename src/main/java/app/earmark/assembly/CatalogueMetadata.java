package app.earmark.assembly;

import app.earmark.library.CatalogueReadOnly;
import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Edit;
import app.earmark.library.FileChange;
import app.earmark.metadata.FileMetadata;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.UnreadableMetadata;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.metadata.write.MetadataWriter;
import app.earmark.metadata.write.WrittenFile;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes metadata of the clips of a catalogue, and lets the catalogue follow. */
final class CatalogueMetadata implements MetadataEditor, FileReverter {

    private final UcsTable table;
    private final MetadataReader reader;
    private final MetadataWriter writer;
    private final CataloguePorts ports;
    private final Consumer<Collection<ClipId>> readAgain;
    private final Path backups;

    /**
     * @param readAgain reads again what the names and metadata of clips say
     * @param backups folder for what is replaced
     */
    CatalogueMetadata(UcsTable table, CataloguePorts ports, Consumer<Collection<ClipId>> readAgain, Path backups) {
        this.table = table;
        this.reader = new MetadataReader(table);
        this.writer = new MetadataWriter(table);
        this.ports = ports;
        this.readAgain = readAgain;
        this.backups = backups;
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
    public Written write(List<MetadataPlan> plans, Progress progress) {
        if (ports.readOnly()) {
            throw new CatalogueReadOnly(ports.notice().orElse("The catalogue can't be changed, so no file was."), null);
        }
        MetadataWriter.Outcome outcome = writer.write(plans, backups, progress);
        Map<Path, WrittenFile> written = byPath(outcome);
        List<FileChange> changes = new ArrayList<>();
        written.forEach((path, file) -> changes.add(
                new FileChange(ports.clips().findByPath(path).map(Clip::id), path, path, Optional.of(file.backup()))));
        Optional<Edit> edit = changes.isEmpty()
                ? Optional.empty()
                : Optional.of(ports.journal().recordFiles(Edit.Kind.METADATA, title(changes), changes));
        ports.records().saveContentHashes(hashes(changes, written));
        readAgain.accept(
                changes.stream().flatMap(change -> change.clip().stream()).toList());
        return new Written(edit, List.copyOf(written.keySet()), outcome.refused(), outcome.cancelled());
    }

    private static String title(List<FileChange> changes) {
        return changes.size() == 1
                ? "Write metadata into " + changes.get(0).after().getFileName()
                : "Write metadata into " + changes.size() + " files";
    }

    private static Map<Path, WrittenFile> byPath(MetadataWriter.Outcome outcome) {
        Map<Path, WrittenFile> written = new LinkedHashMap<>();
        outcome.written().forEach(file -> written.put(file.file(), file));
        return written;
    }

    /** So that a scan knows the files wherever they are moved to. */
    private static Map<ClipId, String> hashes(List<FileChange> changes, Map<Path, WrittenFile> written) {
        Map<ClipId, String> hashes = new HashMap<>();
        changes.forEach(change -> change.clip()
                .ifPresent(clip -> hashes.put(clip, written.get(change.after()).contentHash())));
        return hashes;
    }

    @Override
    public Reverted undo(List<FileChange> files, Progress progress) {
        return revert(files, writer::undo, progress);
    }

    @Override
    public Reverted redo(List<FileChange> files, Progress progress) {
        return revert(files, writer::redo, progress);
    }

    private interface Reversing {
        MetadataWriter.Outcome run(Path backup, List<Path> files, Progress progress);
    }

    private Reverted revert(List<FileChange> files, Reversing reversing, Progress progress) {
        Map<Path, List<FileChange>> byBackup = new LinkedHashMap<>();
        files.forEach(file -> byBackup.computeIfAbsent(file.backup().orElse(backups), backup -> new ArrayList<>())
                .add(file));
        List<FileChange> done = new ArrayList<>();
        List<ClipFailure> failures = new ArrayList<>();
        Map<ClipId, String> hashes = new HashMap<>();
        byBackup.forEach((backup, changes) -> {
            MetadataWriter.Outcome outcome = reversing.run(
                    backup, changes.stream().map(FileChange::after).toList(), progress);
            Map<Path, WrittenFile> written = byPath(outcome);
            List<FileChange> now = changes.stream()
                    .filter(change -> written.containsKey(change.after()))
                    .toList();
            done.addAll(now);
            outcome.refused().forEach((path, sentence) -> failures.add(new ClipFailure(path, "METADATA", sentence)));
            hashes.putAll(hashes(now, written));
        });
        return new Reverted(done, failures, hashes);
    }
}
