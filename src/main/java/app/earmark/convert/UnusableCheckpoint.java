package app.earmark.convert;

/** A checkpoint lacks something, is damaged, or is of a kind this version can't build. */
public final class UnusableCheckpoint extends ConversionFailure {

    private static final long serialVersionUID = 1L;

    UnusableCheckpoint(String message) {
        this(message, null);
    }

    UnusableCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}
