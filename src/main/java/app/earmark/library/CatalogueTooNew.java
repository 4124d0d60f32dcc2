package app.earmark.library;

/** A newer Earmark wrote the catalogue, and this one does not understand it. */
public final class CatalogueTooNew extends CatalogueUnavailable {

    private static final long serialVersionUID = 1L;

    public CatalogueTooNew(String message, Throwable cause) {
        super(message, cause);
    }
}
