package app.earmark.library;

/** The disk under the catalogue is full; the change that was under way did not happen. */
public final class CatalogueFull extends CatalogueUnavailable {

    private static final long serialVersionUID = 1L;

    public CatalogueFull(String message, Throwable cause) {
        super(message, cause);
    }
}
