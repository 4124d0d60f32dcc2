package app.earmark.teaching;

import app.earmark.progress.Progress;
import app.earmark.progress.YieldingThreads;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Labels waiting to be learnt once the person pauses. A label corrected while it is being learnt is broken off and learnt
 * again. Thread-safe.
 */
final class LessonQueue implements AutoCloseable {

    private static final long PAUSE_MILLIS = 700;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new YieldingThreads("teaching"));
    private final BiConsumer<String, Progress> lesson;
    private final Set<String> waiting = new LinkedHashSet<>();
    private ScheduledFuture<?> next;
    private String running;
    private boolean brokenOff;
    private boolean closed;

    /** @param lesson learns a label; what goes wrong is its own matter */
    LessonQueue(BiConsumer<String, Progress> lesson) {
        this.lesson = lesson;
    }

    synchronized void add(Collection<String> labels) {
        if (closed || labels.isEmpty()) {
            return;
        }
        waiting.addAll(labels);
        brokenOff |= running != null && labels.contains(running);
        if (next != null) {
            next.cancel(false);
        }
        next = thread.schedule(this::learnAll, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks again and again whether there is anything to add. */
    void lookEvery(long seconds, Runnable look) {
        thread.scheduleWithFixedDelay(look, seconds, seconds, TimeUnit.SECONDS);
    }

    private void learnAll() {
        for (String label = take(); label != null; label = take()) {
            lesson.accept(label, new Progress() {
                @Override
                public boolean isCancelled() {
                    return isBrokenOff();
                }
            });
        }
    }

    private synchronized String take() {
        brokenOff = false;
        running = closed || waiting.isEmpty() ? null : waiting.iterator().next();
        waiting.remove(running);
        return running;
    }

    private synchronized boolean isBrokenOff() {
        return brokenOff || closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.shutdownNow();
        try {
            // the catalogue is closed after this
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
