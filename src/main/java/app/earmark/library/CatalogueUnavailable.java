package app.earmark.library;

/** The catalogue can't be read or written just now; the message is a sentence for a person. */
public class CatalogueUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CatalogueUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
