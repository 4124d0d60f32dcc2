package app.earmark.ui.search;

import app.earmark.library.ClipFilter;
import app.earmark.search.SearchResults;
import java.util.Optional;

/**
 * Results together with the question they answer.
 *
 * @param text what was typed, without blanks around it
 * @param example the clip that others shall resemble
 */
public record Answer(String text, Optional<SoundsLike> example, ClipFilter filter, SearchResults results) {

    /** Whether hits are ranked, by words, meaning or likeness, and not merely listed. */
    public boolean isRanked() {
        return !text.isEmpty() || example.isPresent();
    }

    /** Whether words and example are those of the other, if there is one (may be null); filters may differ. */
    public boolean asksTheSameAs(Answer other) {
        return other != null && text.equals(other.text) && example.equals(other.example);
    }
}
