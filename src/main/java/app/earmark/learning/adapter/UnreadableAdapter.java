package app.earmark.learning.adapter;

/** A stored adapter can't be used; the message ends a sentence that says so. */
public final class UnreadableAdapter extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableAdapter(String message, Throwable cause) {
        super(message, cause);
    }
}
