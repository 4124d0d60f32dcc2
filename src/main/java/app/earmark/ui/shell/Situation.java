package app.earmark.ui.shell;

import app.earmark.ui.search.Answer;

/** Why there may be nothing in the table, which decides what it says instead. */
enum Situation {
    /** Not read yet. */
    STARTING,
    /** The catalogue holds nothing. */
    EMPTY,
    /** The catalogue holds nothing yet, but a scan is at work. */
    SCANNING,
    /** Nothing passes the filter or matches the words. */
    NO_HITS,
    HITS;

    static Situation of(Answer answer, long clips, boolean scanning) {
        if (answer == null || clips < 0) {
            return STARTING;
        }
        if (!answer.results().hits().isEmpty()) {
            return HITS;
        }
        if (clips == 0) {
            return scanning ? SCANNING : EMPTY;
        }
        return NO_HITS;
    }
}
