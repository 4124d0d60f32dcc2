package app.earmark.embed;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock; its thread is there only while something is planned. */
final class IdleClock implements TextTower.Clock, AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "text-model-release");
        thread.setDaemon(true);
        return thread;
    });

    IdleClock() {
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long getAsLong() {
        return System.nanoTime();
    }

    @Override
    public void later(Duration wait, Runnable action) {
        if (!timer.isShutdown()) {
            timer.schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
