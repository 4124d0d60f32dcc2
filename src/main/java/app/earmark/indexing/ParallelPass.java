package app.earmark.indexing;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carries many items through the same work on several threads, in order of the list; the calling thread alone saves the
 * results, in batches. What is in flight is bounded: {@code workers} items and one queue of finished results.
 *
 * @param <T> item
 * @param <R> result
 */
final class ParallelPass<T, R> {

    /** The work on one item; results are never null. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T item) throws CancelledWork;
    }

    private static final long POLL_MILLIS = 50;
    private static final long LONGEST_UNSAVED_MILLIS = 1_000;

    private final String name;
    private final int workers;
    private final int batchSize;
    private final Work<T, R> work;
    private final Consumer<List<R>> save;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private final BlockingQueue<R> finished;

    /** @param save called on the thread that runs the pass, never with an empty list */
    ParallelPass(String name, int workers, int batchSize, Work<T, R> work, Consumer<List<R>> save) {
        this.name = name;
        this.workers = workers;
        this.batchSize = batchSize;
        this.work = work;
        this.save = save;
        this.finished = new ArrayBlockingQueue<>(2 * batchSize);
    }

    /**
     * Runs the pass; to be called once.
     *
     * @param each told of every result on the calling thread, before it is saved
     * @throws CancelledWork when the person asked to stop, after everything finished was saved; what was thrown by the
     *     work or by saving is thrown here as it was
     */
    void run(List<T> items, Progress progress, Consumer<R> each) throws CancelledWork {
        int threads = Math.min(workers, items.size());
        if (threads == 0) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task); // has the priority of the thread that asked for the pass
            thread.setName(name + "-" + thread.getId());
            thread.setDaemon(true);
            return thread;
        });
        working.set(threads);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> carry(items, progress)));
            }
            collect(each);
        } finally {
            stopped.set(true);
            finished.clear();
            pool.shutdown();
            awaitEnd(pool);
        }
        rethrowFault();
        progress.throwIfCancelled();
    }

    private void carry(List<T> items, Progress progress) {
        try {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                if (stopped.get() || progress.isCancelled()) {
                    return;
                }
                R result = work.on(items.get(i));
                while (!finished.offer(result, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (stopped.get()) {
                        return;
                    }
                }
            }
        } catch (CancelledWork e) {
            stopped.set(true);
        } catch (InterruptedException e) {
            stopped.set(true);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fault.compareAndSet(null, e);
            stopped.set(true);
        } finally {
            working.decrementAndGet();
        }
    }

    private void collect(Consumer<R> each) throws CancelledWork {
        List<R> batch = new ArrayList<>();
        long oldest = 0;
        boolean open = true;
        while (open) {
            open = working.get() > 0; // read before polling, so that a last result is not overlooked
            R result = poll(batch);
            if (result != null) {
                each.accept(result);
                oldest = batch.isEmpty() ? System.nanoTime() : oldest;
                batch.add(result);
                open = true;
            }
            boolean due = batch.size() >= batchSize
                    || System.nanoTime() - oldest > TimeUnit.MILLISECONDS.toNanos(LONGEST_UNSAVED_MILLIS);
            if (!batch.isEmpty() && (due || !open)) {
                save.accept(batch);
                batch = new ArrayList<>();
            }
        }
    }

    private R poll(List<R> unsaved) throws CancelledWork {
        try {
            return finished.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            if (!unsaved.isEmpty()) {
                save.accept(unsaved);
            }
            Thread.currentThread().interrupt();
            throw new CancelledWork();
        }
    }

    private static void awaitEnd(ExecutorService pool) {
        try {
            while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                // a worker looks at the stop flag between blocks of sound; nothing here may outlive the pass
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrowFault() {
        Throwable cause = fault.get();
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
    }
}
