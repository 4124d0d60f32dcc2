package app.earmark.library;

/** How far Earmark has got with a clip. */
public enum ClipState {
    /** Its file was seen; it can be browsed and found by its words, but was not listened to yet. */
    LISTED,
    /** Listened to: it has an embedding of at least one pack, peaks and model tags. */
    EMBEDDED,
    /** Decodes, but holds only silence: tagged so, and without an embedding. */
    SILENT,
    /** Could not be decoded; see its {@link ClipFailure}. It is tried again when the file changes. */
    FAILED
}
