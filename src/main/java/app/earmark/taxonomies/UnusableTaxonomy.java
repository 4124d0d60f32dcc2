package app.earmark.taxonomies;

/** A taxonomy can't be read, written or used; the message is a sentence for the person, with the file and line where known. */
public final class UnusableTaxonomy extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableTaxonomy(String message) {
        super(message);
    }

    public UnusableTaxonomy(String message, Throwable cause) {
        super(message, cause);
    }
}
