package app.earmark.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work that must keep its order, such as an edit and the undo that follows it: each piece begins when the one before has
 * ended. Lives on the window's thread; the work itself does not.
 */
public final class InTurn {

    private final Background background;
    private final Deque<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private boolean busy;

    public InTurn(Background background) {
        this.background = background;
    }

    /** {@code then} and {@code failed} are called before the next piece of work begins. */
    public <T> void submit(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        submit(ended -> background.load(
                work,
                result -> {
                    try {
                        then.accept(result);
                    } finally {
                        ended.run();
                    }
                },
                failure -> {
                    try {
                        failed.accept(failure);
                    } finally {
                        ended.run();
                    }
                }));
    }

    /** @param work is handed what it has to call, on the window's thread, when it has ended */
    public void submit(Consumer<Runnable> work) {
        waiting.add(work);
        if (!busy) {
            next();
        }
    }

    private void next() {
        Consumer<Runnable> work = waiting.poll();
        busy = work != null;
        if (work != null) {
            work.accept(this::next);
        }
    }
}
