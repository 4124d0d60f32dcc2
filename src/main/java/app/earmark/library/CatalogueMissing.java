package app.earmark.library;

/** There is no catalogue file where one should be read or changed; nothing was created. */
public final class CatalogueMissing extends CatalogueUnavailable {

    private static final long serialVersionUID = 1L;

    public CatalogueMissing(String message) {
        super(message, null);
    }
}
