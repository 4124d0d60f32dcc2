package app.earmark.modelhub.download;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often, and after what pauses, something is tried again. Bytes that arrived make the count begin anew, so that a
 * long download over a poor line ends well.
 *
 * @param attempts at the same place, the first one included
 * @param first pause; each further one is twice as long
 * @param longest pause that a server may ask for
 */
public record RetryPolicy(int attempts, Duration first, Duration longest, Pause pause) {

    public static final RetryPolicy STANDARD =
            new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofMinutes(5), RetryPolicy::sleep);

    private static final long SLICE_MILLIS = 100;

    /** Waits; ends early when the work is cancelled. */
    @FunctionalInterface
    public interface Pause {
        void before(Duration duration, Progress progress) throws CancelledWork;
    }

    /** One attempt at something. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws PassingFault, DownloadFailure, CancelledWork, IOException;
    }

    /**
     * Makes attempts until one succeeds, or there shall be no other.
     *
     * @param furthest how far the attempts have got; getting further makes the count begin anew
     */
    <T> T run(LongSupplier furthest, Progress progress, Attempt<T> attempt)
            throws DownloadFailure, CancelledWork, IOException {
        int failed = 0;
        long reached = furthest.getAsLong();
        while (true) {
            try {
                return attempt.make();
            } catch (PassingFault e) {
                failed = furthest.getAsLong() > reached ? 1 : failed + 1;
                reached = Math.max(reached, furthest.getAsLong());
                Duration wait = e.askedToWait().orElse(first.multipliedBy(1L << Math.min(failed - 1, 10)));
                if (failed >= attempts || wait.compareTo(longest) > 0) {
                    throw e.lasting();
                }
                pause.before(wait, progress);
            }
        }
    }

    private static void sleep(Duration duration, Progress progress) throws CancelledWork {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            progress.throwIfCancelled();
            try {
                Thread.sleep(SLICE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledWork();
            }
        }
    }
}
