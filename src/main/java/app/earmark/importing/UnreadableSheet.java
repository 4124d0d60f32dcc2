package app.earmark.importing;

/** A sheet can't be read, or is none; the message is a sentence for a person that names the file. */
public final class UnreadableSheet extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableSheet(String message, Throwable cause) {
        super(message, cause);
    }
}
