package app.earmark.convert;

/** No pack was made; the message is a sentence that names the file and says what to do. Nothing was left behind. */
public abstract sealed class ConversionFailure extends Exception permits UnusableCheckpoint, UnwritablePack {

    private static final long serialVersionUID = 1L;

    ConversionFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
