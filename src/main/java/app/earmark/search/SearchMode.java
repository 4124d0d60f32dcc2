package app.earmark.search;

/** What counts in a text search. */
public enum SearchMode {
    /** Meaning and words together. */
    HYBRID,
    /** Only the similarity of sound and description. */
    SEMANTIC,
    /** Only words in names, paths, tags and metadata. */
    KEYWORD
}
