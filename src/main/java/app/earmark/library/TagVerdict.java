package app.earmark.library;

/** What a person said about a label on a clip. */
public enum TagVerdict {
    /** The label holds: typed in, or confirmed where somebody else proposed it. */
    HOLDS,
    /** The label does not hold; nobody but a person may bring it back. */
    REJECTED
}
