package app.earmark.importing;

/**
 * A sentence about one row.
 *
 * @param row as a spreadsheet counts
 */
public record RowNote(long row, Kind kind, String sentence) {

    /** What a note is about. */
    public enum Kind {
        /** No clip is meant. */
        UNMATCHED,
        /** Several clips could be meant. */
        AMBIGUOUS,
        /** Another row speaks of the same clip, and counts. */
        DUPLICATE,
        /** A CatID that the list does not have. */
        UNKNOWN_CATEGORY,
        /** A category that is not the CatID's, which counts. */
        CATEGORY_PASSED_OVER,
        /** Something in the row could not be read. */
        UNREADABLE,
        /** The sound file is not what was scanned. */
        CHANGED_FILE
    }
}
