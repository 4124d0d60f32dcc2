package app.earmark.embed;

/** A model pack can't be used as it is; the message is a sentence that says why and what to do. */
public final class UnusablePack extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusablePack(String message) {
        super(message);
    }

    public UnusablePack(String message, Throwable cause) {
        super(message, cause);
    }
}
