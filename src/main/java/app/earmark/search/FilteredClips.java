package app.earmark.search;

import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import java.util.BitSet;

/** Which clips pass a filter. */
final class FilteredClips {

    private final ClipCatalog clips;

    FilteredClips(ClipCatalog clips) {
        this.clips = clips;
    }

    /** @param ids null where every clip passes */
    record Passing(BitSet ids, long total) {

        boolean has(long clip) {
            return clip >= 0 && (ids == null || ids.get((int) clip));
        }
    }

    Passing of(ClipFilter filter) {
        if (filter.isAll()) {
            return new Passing(null, clips.count(filter));
        }
        BitSet ids = clips.matchingSet(filter);
        return new Passing(ids, ids.cardinality());
    }
}
