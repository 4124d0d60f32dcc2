package app.earmark.convert;

/** The pack can't be written where it should go, such as on a full disk. */
public final class UnwritablePack extends ConversionFailure {

    private static final long serialVersionUID = 1L;

    UnwritablePack(String message, Throwable cause) {
        super(message, cause);
    }
}
