package app.earmark.metadata.write;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes many files. A few threads stage them, so that one waits for the disk while another compares; they take their originals'
 * places a few at a time, so that their backup, and then their names, reach the disk with one wait each. None takes its original's
 * place before its backup is safe.
 */
final class Batch {

    private static final int MOST_STAGED = 32;
    private static final long MOST_STAGED_BYTES = 256L << 20;
    private static final int THREADS = 4;
    /** What is staged ahead of what is collected. */
    private static final int AHEAD = 2 * THREADS;

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Optional<BackupFile> backup;
    private final Progress progress;
    private final Stage stage;
    private final List<StagedFile> staged = new ArrayList<>();
    private final List<WrittenFile> written = Collections.synchronizedList(new ArrayList<>());
    private final Map<Path, String> refused = new LinkedHashMap<>();
    private final Set<Path> cleaned = new HashSet<>();

    Batch(Optional<BackupFile> backup, Progress progress) {
        this.backup = backup;
        this.progress = progress;
        this.stage = new Stage(backup, progress);
    }

    /** Something to do to one file. */
    record Job(Path file, Staging staging) {}

    /** Stages a file; empty if there is nothing to write. Called on any thread. */
    interface Staging {
        Optional<StagedFile> stage(Stage stage) throws Exception;
    }

    private record Running(Job job, Future<Optional<StagedFile>> result) {}

    void refused(Path file, String sentence) {
        refused.put(file, sentence);
    }

    void asWanted(WrittenFile file) {
        written.add(file);
    }

    MetadataWriter.Outcome run(String phase, List<Job> jobs) {
        progress.phase(phase, jobs.size());
        boolean cancelled = false;
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(THREADS, jobs.size())), Batch::thread);
        Deque<Running> running = new ArrayDeque<>();
        try {
            Iterator<Job> left = jobs.iterator();
            while (left.hasNext() || !running.isEmpty()) {
                progress.throwIfCancelled();
                while (left.hasNext() && running.size() < AHEAD) {
                    Job job = left.next();
                    running.add(new Running(job, pool.submit(() -> staged(job))));
                }
                collect(running.remove());
                if (staged.size() >= MOST_STAGED || stagedBytes() >= MOST_STAGED_BYTES) {
                    takeOver();
                }
            }
        } catch (CancelledWork e) {
            cancelled = true;
        } finally {
            pool.shutdown();
            running.forEach(Batch::drop);
        }
        takeOver();
        close();
        return new MetadataWriter.Outcome(written, refused, cancelled);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "metadata");
        thread.setDaemon(true);
        return thread;
    }

    private Optional<StagedFile> staged(Job job) throws Exception {
        progress.throwIfCancelled();
        Path folder = job.file().toRealPath().getParent();
        synchronized (cleaned) {
            if (cleaned.add(folder)) {
                PartFile.clean(folder);
            }
        }
        return job.staging().stage(stage);
    }

    private void collect(Running file) throws CancelledWork {
        Path path = file.job().file();
        try {
            result(file).ifPresent(staged::add);
        } catch (CancelledWork e) {
            throw e;
        } catch (MetadataRefused e) {
            refuse(path, e);
        } catch (IOException e) {
            refuse(path, Refusals.of(path, e));
        } catch (Exception | OutOfMemoryError e) {
            LOG.error("writing {} failed", path, e);
            refuse(path, Refusals.unexpected(path, e));
        }
    }

    /** Waits for it, whatever happens: a file that is being staged is not left behind. */
    private static Optional<StagedFile> result(Running file) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return file.result().get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof Exception cause) {
                        throw cause;
                    }
                    throw (Error) e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void drop(Running file) {
        try {
            result(file).ifPresent(staged -> staged.part().close());
        } catch (Exception | OutOfMemoryError e) {
            LOG.debug(
                    "{} was not written, since it was no longer wanted",
                    file.job().file(),
                    e);
        }
    }

    private void refuse(Path file, MetadataRefused refusal) {
        LOG.warn("{}", refusal.getMessage(), refusal.getCause());
        refused(file, refusal.getMessage());
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
