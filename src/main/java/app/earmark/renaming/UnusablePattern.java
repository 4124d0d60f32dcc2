package app.earmark.renaming;

/** A pattern that can't name files; the message is a sentence for the person. */
public final class UnusablePattern extends Exception {

    private static final long serialVersionUID = 1L;

    UnusablePattern(String message) {
        super(message);
    }
}
