package app.earmark.store;

import app.earmark.library.ClipFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The clips that pass a filter, as bits by clip id, kept until the catalogue changes: while a person types, the filter
 * stays and each key asks for it again.
 */
final class FilterSets {

    private static final int KEPT = 8;

    private final Map<ClipFilter, BitSet> known = new LinkedHashMap<>();
    private long revision = -1;

    /** Not to be changed. */
    BitSet of(Connection c, ClipFilter filter) throws SQLException {
        long now = new SqlQuery(c, "select value from counter where name = 'revision'").number();
        synchronized (known) {
            if (now != revision) {
                known.clear();
                revision = now;
            }
            BitSet set = known.get(filter);
            if (set != null) {
                return set;
            }
        }
        BitSet set = read(c, filter);
        synchronized (known) {
            if (now == revision) {
                if (known.size() == KEPT) {
                    known.remove(known.keySet().iterator().next());
                }
                known.put(filter, set);
            }
        }
        return set;
    }

    private static BitSet read(Connection c, ClipFilter filter) throws SQLException {
        FilterSql sql = new FilterSql(filter);
        return ClipSets.of(new SqlQuery(
                        c,
                        "select group_concat(id, ' ') from (select c.id from clip c where " + sql.condition() + ")",
                        sql.parameters().toArray())
                .first(row -> row.getString(1))
                .orElse(""));
    }
}
