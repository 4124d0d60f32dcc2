package app.earmark.metadata.write;

/** A file was not written, and is as it was; the message is a sentence that names the file and says what to do. */
public final class MetadataRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public MetadataRefused(String sentence) {
        super(sentence);
    }

    public MetadataRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
