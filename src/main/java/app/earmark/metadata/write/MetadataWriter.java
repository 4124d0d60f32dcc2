package app.earmark.metadata.write;

import app.earmark.library.ClipFields;
import app.earmark.library.FileStamp;
import app.earmark.metadata.FieldDifference;
import app.earmark.metadata.block.WantedFields;
import app.earmark.metadata.container.FileBytes;
import app.earmark.metadata.container.Rewrite;
import app.earmark.metadata.container.SoundFile;
import app.earmark.metadata.container.SoundFiles;
import app.earmark.metadata.container.UnwritableFile;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes text into sound files and leaves the sound alone. A new file is written beside the original, read back and compared,
 * and takes the original's name at once; whatever happens before that, the original is as it was. Thread-safe, as long as no
 * two threads write one file.
 */
public final class MetadataWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataWriter.class);

    private final FieldsToWrite fieldsToWrite;

    public MetadataWriter(UcsTable table) {
        this.fieldsToWrite = new FieldsToWrite(table);
    }

    /**
     * What writing these fields would change; a refusal is in the plan.
     *
     * @param fields by the names of {@link app.earmark.metadata.FieldNames}; fields that are not named stay as they are, a
     *     blank text takes one out
     */
    public MetadataPlan plan(Path file, ClipFields fields) {
        FileStamp stamp = new FileStamp(0, 0);
        try {
            Path real = file.toRealPath();
            FileLook look = FileLook.of(real);
            stamp = StagedFile.stamp(look.times(), look.times().size());
            requireWritable(file, look);
            try (FileBytes bytes = FileBytes.open(real)) {
                Rewrite rewrite = rewrite(file, sound(file, bytes), fields);
                List<String> notes = new ArrayList<>(rewrite.notes());
                if (look.names() > 1 && !rewrite.differences().isEmpty()) {
                    notes.add("The file has another name as well (a hard link), under which it stays as it is.");
                }
                return new MetadataPlan(file, stamp, fields, rewrite.differences(), notes, Optional.empty());
            }
        } catch (MetadataRefused e) {
            return MetadataPlan.refused(file, stamp, fields, e.getMessage());
        } catch (IOException e) {
            return MetadataPlan.refused(
                    file, stamp, fields, Refusals.of(file, e).getMessage());
        } catch (RuntimeException e) {
            LOG.error("planning to write {} failed", file, e);
            return MetadataPlan.refused(
                    file, stamp, fields, Refusals.unexpected(file, e).getMessage());
        }
    }

    private static void requireWritable(Path file, FileLook look) throws MetadataRefused, IOException {
        if (!look.times().isRegularFile()) {
            throw new MetadataRefused(file + " is no file; name a sound file.");
        }
        if (!look.isWritable()) {
            throw Refusals.readOnly(file);
        }
    }

    private static SoundFile sound(Path file, FileBytes bytes) throws MetadataRefused, IOException {
        return SoundFiles.read(bytes).orElseThrow(() -> Refusals.unknownKind(file));
    }

    private Rewrite rewrite(Path file, SoundFile sound, ClipFields fields) throws MetadataRefused, IOException {
        try {
            WantedFields wanted = fieldsToWrite.of(fields);
            return sound.rewrite(wanted);
        } catch (UnwritableFile e) {
            throw new MetadataRefused(file + " " + e.getMessage() + ", and was left as it is.", e);
        }
    }

    /**
     * Carries plans out, a file at a time; one that fails is as it was before, and the others go on. Plans that change nothing
     * are passed over. When cancelled, what was written stays written and is in the result.
     *
     * @param backups folder that gets what is replaced, in one small file
     */
    public Outcome write(List<MetadataPlan> plans, Path backups, Progress progress) {
        return write(plans, backups, backup -> {}, progress);
    }

    /** Is told which backup a batch will have, before it is there and before any file changes. */
    public interface Intention {

        /** @throws IOException if it can't be noted; no file is changed then */
        void writes(Path backup) throws IOException;
    }

    /** As {@link #write(List, Path, Progress)}, for one who has to know of the batch even after a crash. */
    public Outcome write(List<MetadataPlan> plans, Path backups, Intention intention, Progress progress) {
        BackupFile backup = new BackupFile(backups, intention);
        Batch batch = new Batch(Optional.of(backup), progress);
        plans.stream()
                .filter(plan -> plan.refusal().isPresent())
                .forEach(plan -> batch.refused(plan.file(), plan.refusal().get()));
        return batch.run(
                "Writing metadata",
                plans.stream()
                        .filter(MetadataPlan::changesFile)
                        .map(plan -> new Batch.Job(plan.file(), stage -> stage(plan, stage)))
                        .toList());
    }

    private Optional<StagedFile> stage(MetadataPlan plan, Stage stage) throws Exception {
        Path file = plan.file();
        Path real = file.toRealPath();
        FileLook look = FileLook.of(real);
        requireWritable(file, look);
        if (!StagedFile.stamp(look.times(), look.times().size()).equals(plan.stamp())) {
            throw Refusals.changed(file);
        }
        try (FileBytes bytes = FileBytes.open(real)) {
            Rewrite rewrite = rewrite(file, sound(file, bytes), plan.fields());
            if (!rewrite.differences().equals(plan.differences())) {
                throw Refusals.changed(file);
            }
            return Optional.of(stage.stage(
                    file, real, look, bytes, rewrite.recipe(), (written, hash) -> requireSaid(plan, written)));
        }
    }

    /** The file says all that was wanted: writing again would change nothing. */
    private void requireSaid(MetadataPlan plan, SoundFile written) throws MetadataRefused, IOException {
        List<FieldDifference> left =
                rewrite(plan.file(), written, plan.fields()).differences();
        if (!left.isEmpty()) {
            throw Refusals.notVerified(plan.file(), "its " + left.get(0).key() + " said something else");
        }
    }

    /**
     * What became of many files.
     *
     * @param written those that are now as wanted
     * @param refused sentences, by file
     * @param cancelled whether it ended early
     */
    public record Outcome(List<WrittenFile> written, Map<Path, String> refused, boolean cancelled) {

        public Outcome {
            written = List.copyOf(written);
            refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
        }
    }
}
