package app.earmark.ui.task;

import java.util.OptionalDouble;

/**
 * How fast a phase goes and when it will be over, from a moving average over the last seconds, so that a slow start or a
 * few long files do not spoil the estimate.
 */
final class Pace {

    private static final double WINDOW_SECONDS = 20;
    private static final long NOTHING = -1;

    private double startSeconds;
    private double lastSeconds;
    private long lastDone = NOTHING;
    private double itemsPerSecond = Double.NaN;

    void begin(double nowSeconds) {
        startSeconds = nowSeconds;
        lastSeconds = nowSeconds;
        lastDone = NOTHING;
        itemsPerSecond = Double.NaN;
    }

    void advanced(long done, double nowSeconds) {
        if (lastDone == NOTHING) {
            lastDone = done; // may be much already, of an earlier attempt
            lastSeconds = nowSeconds;
            return;
        }
        double elapsed = nowSeconds - lastSeconds;
        if (elapsed < 0.5 || done < lastDone) {
            return;
        }
        double now = (done - lastDone) / elapsed;
        double weight = 1 - Math.exp(-elapsed / Math.min(WINDOW_SECONDS, Math.max(1, nowSeconds - startSeconds)));
        itemsPerSecond = Double.isNaN(itemsPerSecond) ? now : itemsPerSecond + weight * (now - itemsPerSecond);
        lastSeconds = nowSeconds;
        lastDone = done;
    }

    /** Items a second; absent until known. */
    OptionalDouble itemsPerSecond() {
        return Double.isNaN(itemsPerSecond) ? OptionalDouble.empty() : OptionalDouble.of(itemsPerSecond);
    }

    /** Seconds until {@code total} items are done; absent while it can't be told. */
    OptionalDouble secondsLeft(long done, long total) {
        if (total < 0 || Double.isNaN(itemsPerSecond) || itemsPerSecond <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, total - done) / itemsPerSecond);
    }
}
