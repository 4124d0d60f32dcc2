package app.earmark.ui.task;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane in which only the newest request matters: it cancels the one before, whose result is never shown. */
public final class NewestWins {

    private static final Logger LOG = LoggerFactory.getLogger(NewestWins.class);

    private final Background background;
    private Request newest = new Request();

    public NewestWins(Background background) {
        this.background = background;
    }

    /** Called on the window's thread; {@code then} and {@code failed} are too, unless a newer request came. */
    public <T> void submit(Work<T> work, Consumer<T> then, Consumer<Exception> failed) {
        newest.cancelled = true;
        Request request = new Request();
        newest = request;
        background.load(
                () -> work.run(request),
                result -> {
                    if (!request.cancelled) {
                        then.accept(result);
                    }
                },
                failure -> {
                    if (!request.cancelled && !(failure instanceof CancelledWork)) {
                        LOG.warn("a request failed", failure);
                        failed.accept(failure);
                    }
                });
    }

    /** Drops whatever is under way. */
    public void cancel() {
        newest.cancelled = true;
    }

    /** Work that ends early when its progress is cancelled. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    private static final class Request implements Progress {
        private volatile boolean cancelled;

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
