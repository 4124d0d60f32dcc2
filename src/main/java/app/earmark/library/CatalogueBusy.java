package app.earmark.library;

/** Another program holds the catalogue and did not let go in time. */
public final class CatalogueBusy extends CatalogueUnavailable {

    private static final long serialVersionUID = 1L;

    public CatalogueBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
