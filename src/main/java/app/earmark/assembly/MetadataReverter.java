package app.earmark.assembly;

import app.earmark.assembly.PresentFiles.Place;
import app.earmark.library.ClipFailure;
import app.earmark.library.FileChange;
import app.earmark.metadata.write.MetadataBackup;
import app.earmark.metadata.write.MetadataWriter.Outcome;
import app.earmark.metadata.write.WrittenFile;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes written metadata back, to the byte, and writes it again. */
final class MetadataReverter implements FileReverter {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataReverter.class);

    private final PresentFiles present;

    MetadataReverter(PresentFiles present) {
        this.present = present;
    }

    @Override
    public Reverted revert(List<FileChange> files, boolean undone, Progress progress) {
        Reverted all = new Reverted(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        Map<FileChange, Place> places = present.find(files, undone, MetadataReverter::written);
        files.stream()
                .filter(file -> !places.containsKey(file))
                .map(file -> new ClipFailure(file.after(), "METADATA", PresentFiles.sentence(file, undone)))
                .forEach(all.failures()::add);
        byBackup(places).forEach((backup, changes) -> {
            Map<Path, Path> where = where(changes, places);
            Outcome outcome = undone ? backup.undo(where, progress) : backup.redo(where, progress);
            add(all, changes, places, outcome.written());
            outcome.refused()
                    .forEach((path, sentence) -> all.failures().add(new ClipFailure(path, "METADATA", sentence)));
        });
        return all;
    }

    @Override
    public Reverted reached(List<FileChange> files, boolean undone) {
        Reverted all = new Reverted(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        Map<FileChange, Place> places = present.find(files, undone, missing -> Map.of());
        byBackup(places).forEach((backup, changes) -> {
            try {
                add(all, changes, places, backup.reached(undone, where(changes, places), Progress.NONE));
            } catch (IOException | CancelledWork e) {
                LOG.error("what was done when Earmark was cut off is not known; the backup is {}", backup.file(), e);
            }
        });
        return all;
    }

    private static void add(
            Reverted all, List<FileChange> changes, Map<FileChange, Place> places, List<WrittenFile> written) {
        Map<Path, WrittenFile> now = new HashMap<>();
        written.forEach(file -> now.put(file.file(), file));
        for (FileChange change : changes) {
            Place place = places.get(change);
            if (now.containsKey(place.path())) {
                all.done().add(new FileChange(place.clip(), place.path(), place.path(), change.backup()));
                String hash = now.get(place.path()).contentHash();
                place.clip().ifPresent(clip -> all.contentHashes().put(clip, hash));
            }
        }
    }

    private static Map<MetadataBackup, List<FileChange>> byBackup(Map<FileChange, Place> places) {
        Map<MetadataBackup, List<FileChange>> byBackup = new LinkedHashMap<>();
        places.keySet().forEach(file -> byBackup.computeIfAbsent(
                        new MetadataBackup(file.backup().orElse(Path.of(""))), backup -> new ArrayList<>())
                .add(file));
        return byBackup;
    }

    private static Map<Path, Path> where(List<FileChange> changes, Map<FileChange, Place> places) {
        Map<Path, Path> where = new LinkedHashMap<>();
        changes.forEach(change -> where.put(change.after(), places.get(change).path()));
        return where;
    }

    /** What was written into files, which is how a file that was moved unseen is known. */
    private static Map<FileChange, String> written(List<FileChange> missing) {
        Map<Path, Map<Path, String>> byBackup = new HashMap<>();
        Map<FileChange, String> written = new HashMap<>();
        for (FileChange file : missing) {
            file.backup()
                    .map(backup -> byBackup.computeIfAbsent(backup, MetadataReverter::hashes)
                            .get(file.after()))
                    .ifPresent(hash -> written.put(file, hash));
        }
        return written;
    }

    private static Map<Path, String> hashes(Path backup) {
        try {
            return new MetadataBackup(backup).writtenHashes();
        } catch (IOException e) {
            LOG.warn("the backup {} can't be read", backup, e);
            return Map.of();
        }
    }
}
