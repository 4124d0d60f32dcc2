package app.earmark.ui.task;

import java.time.Duration;

/** A clock that calls back once. */
@FunctionalInterface
public interface Delay {

    /**
     * Runs {@code action} when {@code wait} has passed.
     *
     * @return takes the call back if it has not begun
     */
    Runnable after(Duration wait, Runnable action);
}
