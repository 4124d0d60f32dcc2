package app.earmark.library;

/** A change was asked of a catalogue that is open for reading only; the message says why it is. */
public final class CatalogueReadOnly extends CatalogueUnavailable {

    private static final long serialVersionUID = 1L;

    public CatalogueReadOnly(String message, Throwable cause) {
        super(message, cause);
    }
}
