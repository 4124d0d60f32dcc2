package app.earmark.ui.task;

import app.earmark.progress.YieldingThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work off the window's thread and hands its result back on it. Tests pass {@code Runnable::run} for both threads.
 */
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor longWork;
    private final Executor window;
    private final Delay delay;

    /**
     * @param workers runs what a person waits for
     * @param longWork runs what goes on beside it
     */
    public Background(Executor workers, Executor longWork, Executor window, Delay delay) {
        this.workers = workers;
        this.longWork = longWork;
        this.window = window;
        this.delay = delay;
    }

    /** Daemon threads, so that closing the window ends the program whatever still runs. */
    public static Background ofThreads() {
        ThreadFactory daemons = task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("earmark-" + thread.getName());
            thread.setDaemon(true);
            return thread;
        };
        ExecutorService workers = Executors.newCachedThreadPool(daemons);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemons);
        ExecutorService longWork = Executors.newCachedThreadPool(new YieldingThreads("earmark-long-work"));
        return new Background(workers, longWork, new WindowQueue(), (wait, action) -> {
            ScheduledFuture<?> call = clock.schedule(action, wait.toMillis(), TimeUnit.MILLISECONDS);
            return () -> call.cancel(false);
        });
    }

    /** Runs {@code work} in the background, then {@code then} with its result on the window's thread; failures are logged. */
    public <T> void load(Callable<T> work, Consumer<T> then) {
        load(work, then, failure -> LOG.warn("background work failed", failure));
    }

    public <T> void load(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        workers.execute(() -> {
            try {
                T result = work.call();
                window.execute(() -> then.accept(result));
            } catch (Exception e) {
                window.execute(() -> failed.accept(e));
            } catch (Error e) {
                LOG.error("background work failed", e);
                window.execute(() -> failed.accept(new BrokenWork(e)));
            }
        });
    }

    /** Runs {@code work} in the background; the result needs no window's thread yet. */
    public <T> void open(Callable<T> work, CompletableFuture<T> result) {
        workers.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
    }

    /** Runs {@code update} on the window's thread, soon. */
    public void show(Runnable update) {
        window.execute(update);
    }

    /** Runs {@code action} on the window's thread when {@code wait} has passed; returns what takes it back. */
    public Runnable later(Duration wait, Runnable action) {
        return delay.after(wait, () -> window.execute(action));
    }

    /** Runs work that goes on beside what the person does, and gives way to it. */
    Executor longWork() {
        return longWork;
    }
}
