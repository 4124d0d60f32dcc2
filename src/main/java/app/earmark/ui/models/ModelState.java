package app.earmark.ui.models;

/** Where a model stands. */
enum ModelState {
    /** Can be fetched. */
    AVAILABLE,
    /** Is being fetched. */
    GETTING,
    /** Was fetched in part. */
    PAUSED,
    /** On the shelf. */
    SHELVED,
    /** On the shelf, and the one that listens. */
    IN_USE
}
