package app.earmark.ui.task;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings results to the window's thread. However many arrive between two turns of that thread, one {@code runLater}
 * hands them all over.
 */
public final class WindowQueue implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(WindowQueue.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    @Override
    public void execute(Runnable update) {
        waiting.add(update);
        if (scheduled.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        for (Runnable update = waiting.poll(); update != null; update = waiting.poll()) {
            try {
                update.run();
            } catch (RuntimeException e) {
                LOG.error("an update of the window failed", e);
            }
        }
    }
}
