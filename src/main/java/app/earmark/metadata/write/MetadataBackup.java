package app.earmark.metadata.write;

import app.earmark.metadata.write.MetadataWriter.Outcome;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one batch of {@link MetadataWriter#write} replaced, to take it back, and to write it again. Files that were moved or
 * renamed since are told by where they are now. Thread-safe, as long as no two threads write one file.
 *
 * @param file as {@link WrittenFile#backup} has it
 */
public record MetadataBackup(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataBackup.class);

    /**
     * Puts files back to the byte; one that is as it was already counts as put back.
     *
     * @param places where files are now, by what they were called when they were written
     */
    public Outcome undo(Map<Path, Path> places, Progress progress) {
        return revert("Undoing metadata", places, KnownContent.FORMER, progress);
    }

    /** Writes again what {@link #undo} put back. */
    public Outcome redo(Map<Path, Path> places, Progress progress) {
        return revert("Writing metadata", places, KnownContent.WRITTEN, progress);
    }

    /** As {@link #undo(Map, Progress)}, of files that are where they were. */
    public Outcome undo(Collection<Path> files, Progress progress) {
        return undo(inPlace(files), progress);
    }

    /** As {@link #redo(Map, Progress)}, of files that are where they were. */
    public Outcome redo(Collection<Path> files, Progress progress) {
        return redo(inPlace(files), progress);
    }

    private Outcome revert(String phase, Map<Path, Path> places, KnownContent wanted, Progress progress) {
        Batch batch = new Batch(Optional.empty(), progress);
        try {
            Map<Path, UndoRecord> records = BackupFile.read(file);
            List<Batch.Job> jobs = new ArrayList<>();
            places.forEach((named, now) -> jobs.add(new Batch.Job(
                    now, stage -> new Reversal(now, file, records.get(named), wanted).stage(stage, batch::asWanted))));
            return batch.run(phase, jobs);
        } catch (IOException e) {
            LOG.error("the backup {} can't be read", file, e);
            places.values().forEach(now -> batch.refused(now, Refusals.noBackup(now, file)));
            return batch.run(phase, List.of());
        }
    }

    /**
     * The files that are now what was written, as after a crash; those that were not reached, or changed since, are not among
     * them. Changes nothing, reads each of them once or twice.
     *
     * @throws IOException if the backup can't be read or is none
     */
    public List<WrittenFile> written(Progress progress) throws IOException, CancelledWork {
        return reached(inPlace(BackupFile.read(file).keySet()), KnownContent.WRITTEN, progress);
    }

    /**
     * As {@link #written(Progress)}, of these files.
     *
     * @param undone whether what was there before is looked for instead
     * @param places as for {@link #undo(Map, Progress)}
     */
    public List<WrittenFile> reached(boolean undone, Map<Path, Path> places, Progress progress)
            throws IOException, CancelledWork {
        return reached(places, undone ? KnownContent.FORMER : KnownContent.WRITTEN, progress);
    }

    private List<WrittenFile> reached(Map<Path, Path> places, KnownContent wanted, Progress progress)
            throws IOException, CancelledWork {
        Map<Path, UndoRecord> records = BackupFile.read(file);
        List<WrittenFile> reached = new ArrayList<>();
        RecipeCopy copy = new RecipeCopy(progress);
        for (Map.Entry<Path, Path> place : places.entrySet()) {
            Path now = place.getValue();
            try {
                new Reversal(now, file, records.get(place.getKey()), wanted)
                        .look(copy)
                        .ifPresent(reached::add);
            } catch (IOException e) {
                LOG.warn("{} can't be compared with what was written into it", now, e);
            }
        }
        return reached;
    }

    /**
     * SHA-256 of what was written, by what files were called then.
     *
     * @throws IOException if the backup can't be read or is none
     */
    public Map<Path, String> writtenHashes() throws IOException {
        Map<Path, String> hashes = new HashMap<>();
        BackupFile.read(file).forEach((named, record) -> hashes.put(named, record.hash()));
        return hashes;
    }

    private static Map<Path, Path> inPlace(Collection<Path> files) {
        return files.stream().distinct().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
