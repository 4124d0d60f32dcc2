package app.earmark.metadata;

/** A file's metadata can't be read; the message is a sentence that names the file. */
public final class UnreadableMetadata extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableMetadata(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
