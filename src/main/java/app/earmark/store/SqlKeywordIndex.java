package app.earmark.store;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keyword search over SQLite's FTS5. The two indexes propose candidates, those of whole words and beginnings by BM25; the
 * order among them is {@link KeywordScore}'s.
 */
final class SqlKeywordIndex implements KeywordIndex {

    /** Candidates beyond the hits wanted, so that the final order has something to choose from. */
    private static final int FEWEST_CANDIDATES = 200;

    private final Readers readers;

    SqlKeywordIndex(Readers readers) {
        this.readers = readers;
    }

    @Override
    public List<KeywordHit> search(String text, ClipFilter filter, int limit) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty() || limit <= 0) {
            return List.of();
        }
        return readers.readSnapshot(c -> search(c, query, new FilterSql(filter), limit));
    }

    private static List<KeywordHit> search(Connection c, KeywordQuery query, FilterSql filter, int limit)
            throws SQLException {
        int wanted = Math.max(limit, FEWEST_CANDIDATES);
        Set<ClipId> candidates = new LinkedHashSet<>(candidates(c, "clip_word", query.beginnings(), filter, wanted));
        String parts = query.parts();
        if (!parts.isEmpty()) {
            candidates.addAll(candidates(c, "clip_part", parts, filter, wanted));
        }
        KeywordScore score = new KeywordScore(query, rarity(c, query));
        List<KeywordHit> hits = new ArrayList<>(new SqlQuery(
                        c,
                        "select clip, name, tags, fields, path from clip_text"
                                + " where clip in (select value from json_each(?))",
                        JsonArrays.ofClips(candidates))
                .list(row -> score.hit(
                        new ClipId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
        hits.sort(Comparator.comparingDouble(KeywordHit::score).reversed().thenComparing(KeywordHit::clip));
        return hits.size() > limit ? List.copyOf(hits.subList(0, limit)) : hits;
    }

    private static List<ClipId> candidates(Connection c, String index, String expression, FilterSql filter, int limit)
            throws SQLException {
        // what is left of a filter that lets everything pass is no join at all
        String join = filter.isEmpty() ? "" : " join clip c on c.id = " + index + ".rowid";
        String order = index.equals("clip_word") ? " order by rank" : "";
        List<Object> parameters = new ArrayList<>();
        parameters.add(expression);
        parameters.addAll(filter.parameters());
        parameters.add(limit);
        return new SqlQuery(
                        c,
                        "select " + index + ".rowid from " + index + join + " where " + index + " match ? and "
                                + filter.condition() + order + " limit ?",
                        parameters.toArray())
                .list(row -> new ClipId(row.getLong(1)));
    }

    private static double[] rarity(Connection c, KeywordQuery query) throws SQLException {
        long clips = new SqlQuery(c, "select count(*) from clip").number();
        double[] rarity = new double[query.words().size()];
        for (int i = 0; i < rarity.length; i++) {
            long holding = new SqlQuery(
                            c,
                            "select count(*) from clip_word where clip_word match ?",
                            "\"" + query.words().get(i).stem() + "\" *")
                    .number();
            rarity[i] = Math.log1p((clips - holding + 0.5) / (holding + 0.5));
        }
        return rarity;
    }
}
