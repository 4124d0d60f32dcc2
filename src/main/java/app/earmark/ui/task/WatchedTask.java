package app.earmark.ui.task;

import app.earmark.progress.Progress;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work as the task list shows it: title, what it is doing, how far it is. Work that is cancelled still hands back
 * what it finished.
 */
public final class WatchedTask<T> extends Task<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTask.class);

    private final NewestWins.Work<T> work;
    private final Consumer<T> then;
    private final Consumer<Exception> failed;
    private final Background background;
    private final String name;

    WatchedTask(
            String title,
            NewestWins.Work<T> work,
            Consumer<T> then,
            Consumer<Exception> failed,
            Background background) {
        name = title;
        this.work = work;
        this.then = then;
        this.failed = failed;
        this.background = background;
        updateTitle(title);
        updateMessage("Starting…");
    }

    @Override
    protected Void call() {
        try {
            T result = work.run(new Report(System::nanoTime));
            background.show(() -> then.accept(result));
        } catch (Exception e) {
            LOG.warn("{} failed", name, e);
            background.show(() -> failed.accept(e));
        } catch (Error e) {
            LOG.error("{} failed", name, e);
            background.show(() -> failed.accept(new BrokenWork(e)));
        }
        return null;
    }

    /** Asks the work to stop; its thread is never interrupted, since that would close the files it has open. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(false);
    }

    /** Turns what the work reports into the task's message and bar; {@link Task} passes on only the newest of each. */
    private final class Report implements Progress {

        private final LongSupplier nanos;
        private final Pace pace = new Pace();
        private String phase = "";
        private long total = -1;
        private Unit unit = Unit.ITEMS;

        Report(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public void phase(String name, long newTotal) {
            phase(name, newTotal, Unit.ITEMS);
        }

        @Override
        public synchronized void phase(String name, long newTotal, Unit newUnit) {
            phase = name;
            total = newTotal;
            unit = newUnit;
            pace.begin(now());
            show(0, 0);
        }

        @Override
        public synchronized void advanced(long done, long failures) {
            pace.advanced(done, now());
            show(done, failures);
        }

        @Override
        public boolean isCancelled() {
            return WatchedTask.this.isCancelled();
        }

        private void show(long done, long failures) {
            updateMessage(PaceText.of(phase, done, total, unit, failures, pace));
            updateProgress(total < 0 ? -1 : done, total);
        }

        private double now() {
            return nanos.getAsLong() / 1e9;
        }
    }
}
