package app.earmark.cli;

import app.earmark.assembly.Heard;
import app.earmark.assembly.SoundListener;
import app.earmark.assembly.UnusableFile;
import app.earmark.embed.EncoderFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Listens to files on all processors and hands the results over in the files' order, a few ahead of the reader. */
final class ListeningAhead implements AutoCloseable {

    private final SoundListener listener;
    private final Iterator<Path> files;
    private final int ahead = 2 * Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(task, "listening");
                thread.setDaemon(true);
                return thread;
            });
    private final Queue<Future<Heard>> pending = new ArrayDeque<>();

    ListeningAhead(SoundListener listener, List<Path> files) {
        this.listener = listener;
        this.files = files.iterator();
    }

    /** The next file's result. Call it once a file. */
    Heard next() throws UnusableFile, EncoderFailure, InterruptedException {
        while (pending.size() < ahead && files.hasNext()) {
            Path file = files.next();
            pending.add(workers.submit(() -> listener.listen(file)));
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
