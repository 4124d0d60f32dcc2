package app.earmark.library;

import java.time.Instant;

/**
 * One step that a person took, as the journal remembers it.
 *
 * @param number grows with every edit
 * @param title what was done, in a few words, such as {@code Confirm "RAIN" on 12 clips}
 * @param clips how many clips it changed
 */
public record Edit(long number, Instant at, Kind kind, String title, int clips, boolean undone) {

    /** The same edit, undone or standing. */
    public Edit marked(boolean undone) {
        return new Edit(number, at, kind, title, clips, undone);
    }

    /** What an edit changed, and so who can undo it. */
    public enum Kind {
        /** Tags, labels, or a person's own field texts: the catalogue undoes it. */
        CATALOGUE,
        /** Files have other names. */
        RENAME,
        /** Metadata was written into files. */
        METADATA;

        /** Whether undoing it takes more than the catalogue. */
        public boolean changedFiles() {
            return this != CATALOGUE;
        }
    }
}
