package app.earmark.cli;

import app.earmark.assembly.UnusableFile;
import app.earmark.assembly.VectorSource;
import app.earmark.embed.EncoderFailure;
import app.earmark.library.Embedding;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Listens to files on all processors and hands the results over in the files' order, a few ahead of the reader. */
final class ListeningAhead implements AutoCloseable {

    /** @param embedding absent for a silent file */
    record Heard(Path file, Optional<Embedding> embedding) {}

    private final VectorSource vectors;
    private final Iterator<Path> files;
    private final int ahead = 2 * Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(task, "listening");
                thread.setDaemon(true);
                return thread;
            });
    private final Queue<Future<Heard>> pending = new ArrayDeque<>();

    ListeningAhead(VectorSource vectors, List<Path> files) {
        this.vectors = vectors;
        this.files = files.iterator();
    }

    /** The next file's result. Call it once a file. */
    Heard next() throws UnusableFile, EncoderFailure, InterruptedException {
        while (pending.size() < ahead && files.hasNext()) {
            Path file = files.next();
            pending.add(workers.submit(() -> new Heard(file, vectors.of(file))));
        }
        try {
            return pending.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnusableFile unusable) {
                throw unusable;
            }
            if (e.getCause() instanceof EncoderFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws InterruptedException {
        pending.forEach(future -> future.cancel(false));
        workers.shutdown();
        // Native code must not lose its model under its feet.
        workers.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
    }
}
