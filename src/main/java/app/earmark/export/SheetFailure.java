package app.earmark.export;

/** A sheet could not be written; the message is a sentence for a person, and no half sheet was left behind. */
public final class SheetFailure extends Exception {

    private static final long serialVersionUID = 1L;

    SheetFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
