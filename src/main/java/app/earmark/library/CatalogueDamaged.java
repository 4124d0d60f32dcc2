package app.earmark.library;

/** The file is no Earmark catalogue, or its contents are damaged. */
public final class CatalogueDamaged extends CatalogueUnavailable {

    private static final long serialVersionUID = 1L;

    public CatalogueDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
