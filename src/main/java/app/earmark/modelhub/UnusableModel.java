package app.earmark.modelhub;

/** A folder, archive or repository holds no model that Earmark can use; the message is a sentence that says why. */
public final class UnusableModel extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableModel(String message) {
        super(message);
    }

    UnusableModel(String message, Throwable cause) {
        super(message, cause);
    }
}
