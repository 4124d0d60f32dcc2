package app.earmark.progress;

/** The person (or a newer query) asked the work to stop; what was finished before stays valid. */
public final class CancelledWork extends Exception {

    private static final long serialVersionUID = 1L;

    public CancelledWork() {
        super("cancelled", null, false, false);
    }
}
