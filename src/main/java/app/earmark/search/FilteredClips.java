package app.earmark.search;

import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which clips pass a filter, kept until the catalogue changes: while a person types, the filter mostly stays. */
final class FilteredClips {

    private static final int KEPT = 8;

    private final ClipCatalog clips;
    private final Map<ClipFilter, BitSet> known = new LinkedHashMap<>();
    private long revision = -1;
    private long all;

    FilteredClips(ClipCatalog clips) {
        this.clips = clips;
    }

    /** @param ids null where every clip passes */
    record Passing(BitSet ids, long total) {

        boolean has(long clip) {
            return clip >= 0 && (ids == null || ids.get((int) clip));
        }
    }

    synchronized Passing of(ClipFilter filter) {
        long now = clips.revision();
        if (now != revision) {
            known.clear();
            all = clips.count(ClipFilter.ALL);
            revision = now;
        }
        if (filter.isAll()) {
            return new Passing(null, all);
        }
        if (known.size() == KEPT && !known.containsKey(filter)) {
            known.remove(known.keySet().iterator().next());
        }
        BitSet ids = known.computeIfAbsent(filter, clips::matchingSet);
        return new Passing(ids, ids.cardinality());
    }
}
