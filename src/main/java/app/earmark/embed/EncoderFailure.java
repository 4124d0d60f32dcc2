package app.earmark.embed;

/** A model could not be loaded or run; the message is a sentence for a person. */
public final class EncoderFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public EncoderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
