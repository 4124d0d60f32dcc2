package app.earmark.progress;

/**
 * What long work tells its caller, and how the caller stops it.
 *
 * <p>Calls may come from several worker threads at once; an implementation is thread-safe and returns quickly.
 */
public interface Progress {

    /** Reports to nobody and is never cancelled. */
    Progress NONE = new Progress() {};

    /**
     * The work entered a new phase, such as {@code "Listing"} or {@code "Listening"}.
     *
     * @param total number of items in the phase, or a negative number when it isn't known
     */
    default void phase(String name, long total) {}

    /** What a phase counts. */
    enum Unit {
        ITEMS,
        BYTES
    }

    /** As {@link #phase(String, long)}, for a phase that counts in {@code unit}. */
    default void phase(String name, long total, Unit unit) {
        phase(name, total);
    }

    /** The phase has {@code done} items behind it, {@code failed} of them without success. */
    default void advanced(long done, long failed) {}

    /** A sentence worth showing once, such as a file that could not be read. */
    default void note(String sentence) {}

    /** Whether the person asked to stop; long work looks at this between items and inside long ones. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Throws if the work is no longer wanted.
     *
     * @throws CancelledWork when {@link #isCancelled()}
     */
    default void throwIfCancelled() throws CancelledWork {
        if (isCancelled()) {
            throw new CancelledWork();
        }
    }
}
