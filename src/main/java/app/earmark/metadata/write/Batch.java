package app.earmark.metadata.write;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes many files. A few are staged at a time, so that their backup, and then their names, reach the disk with one wait
 * each; none takes its original's place before its backup is safe.
 */
final class Batch {

    private static final int MOST_STAGED = 32;
    private static final long MOST_STAGED_BYTES = 256L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Optional<BackupFile> backup;
    private final Progress progress;
    private final Stage stage;
    private final List<StagedFile> staged = new ArrayList<>();
    private final List<WrittenFile> written = new ArrayList<>();
    private final Map<Path, String> refused = new LinkedHashMap<>();
    private final Set<Path> cleaned = new HashSet<>();

    Batch(Optional<BackupFile> backup, Progress progress) {
        this.backup = backup;
        this.progress = progress;
        this.stage = new Stage(backup, progress);
    }

    /** Something to do to one file. */
    record Job(Path file, Staging staging) {}

    /** Stages a file; empty if there is nothing to write. */
    interface Staging {
        Optional<StagedFile> stage(Stage stage) throws Exception;
    }

    void refused(Path file, String sentence) {
        refused.put(file, sentence);
    }

    void asWanted(WrittenFile file) {
        written.add(file);
    }

    MetadataWriter.Outcome run(String phase, List<Job> jobs) {
        progress.phase(phase, jobs.size());
        boolean cancelled = false;
        try {
            for (Job job : jobs) {
                progress.throwIfCancelled();
                stage(job);
                if (staged.size() >= MOST_STAGED || stagedBytes() >= MOST_STAGED_BYTES) {
                    takeOver();
                }
            }
        } catch (CancelledWork e) {
            cancelled = true;
        }
        takeOver();
        close();
        return new MetadataWriter.Outcome(written, refused, cancelled);
    }

    private void stage(Job job) throws CancelledWork {
        try {
            Path folder = job.file().toRealPath().getParent();
            if (cleaned.add(folder)) {
                PartFile.clean(folder);
            }
            job.staging().stage(stage).ifPresent(staged::add);
        } catch (CancelledWork e) {
            throw e;
        } catch (MetadataRefused e) {
            refuse(job.file(), e);
        } catch (IOException e) {
            refuse(job.file(), Refusals.of(job.file(), e));
        } catch (Exception e) {
            LOG.error("writing {} failed", job.file(), e);
            refuse(job.file(), Refusals.unexpected(job.file(), e));
        }
    }

    private void refuse(Path file, MetadataRefused refusal) {
        LOG.warn("{}", refusal.getMessage(), refusal.getCause());
        refused(file, refusal.getMessage());
        progress.note(refusal.getMessage());
        report();
    }

    private long stagedBytes() {
        return staged.stream().mapToLong(StagedFile::length).sum();
    }

    private void takeOver() {
        Set<Path> folders = new LinkedHashSet<>();
        try {
            if (backup.isPresent()) {
                backup.get().force();
            }
            for (StagedFile file : staged) {
                try {
                    written.add(file.takeOver(backup.map(BackupFile::path).orElse(file.real())));
                    folders.add(file.real().getParent());
                } catch (MetadataRefused e) {
                    refuse(file.named(), e);
                }
            }
        } catch (IOException e) {
            staged.forEach(file -> {
                file.part().close();
                refuse(file.named(), Refusals.of(file.named(), e));
            });
        }
        folders.forEach(Folders::force);
        staged.clear();
        report();
    }

    private void report() {
        progress.advanced(written.size() + refused.size(), refused.size());
    }

    private void close() {
        if (backup.isPresent()) {
            try {
                backup.get().close();
            } catch (IOException e) {
                LOG.warn("closing {} failed", backup.get().path(), e);
            }
        }
    }
}
