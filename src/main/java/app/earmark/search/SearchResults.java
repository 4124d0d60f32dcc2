package app.earmark.search;

import app.earmark.library.PackId;
import java.util.List;
import java.util.Optional;

/**
 * @param hits best first
 * @param total how many clips passed the filter (and, in keyword mode, matched), so that a view can say "20 of 4,112"
 * @param notice a sentence for the person when part of the search could not be done, such as a model that did not load
 * @param pack whose vectors were compared; absent if only words were
 */
public record SearchResults(List<SearchHit> hits, long total, Optional<String> notice, Optional<PackId> pack) {

    /** Results without a look at sounds. */
    public SearchResults(List<SearchHit> hits, long total, Optional<String> notice) {
        this(hits, total, notice, Optional.empty());
    }
}
