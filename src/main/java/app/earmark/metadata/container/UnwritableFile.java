package app.earmark.metadata.container;

/** A file can't be written safely; the message is the rest of a sentence that begins with the file's name. */
public final class UnwritableFile extends Exception {

    private static final long serialVersionUID = 1L;

    public UnwritableFile(String restOfSentence) {
        super(restOfSentence);
    }
}
