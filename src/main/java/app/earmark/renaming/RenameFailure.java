package app.earmark.renaming;

/** Nothing was renamed; the message is a sentence for the person. */
public final class RenameFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean interrupted;

    RenameFailure(String message, boolean interrupted, Throwable cause) {
        super(message, cause);
        this.interrupted = interrupted;
    }

    /** Whether an earlier renaming has to be finished or put back first. */
    public boolean becauseOfInterrupted() {
        return interrupted;
    }
}
