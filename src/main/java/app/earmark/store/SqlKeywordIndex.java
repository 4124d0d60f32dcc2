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
        WordRarity rarity = WordRarity.of(c, query);
        String parts = query.parts(rarity::beginsNoWord);
        if (!parts.isEmpty()) {
            candidates.addAll(candidates(c, "clip_part", parts, filter, wanted));
        }
        KeywordScore score = new KeywordScore(query, rarity.weights());
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

    @Override
    public long count(String text, ClipFilter filter) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty()) {
            return 0;
        }
        return readers.readSnapshot(c -> count(c, query, new FilterSql(filter)));
    }

    private static long count(Connection c, KeywordQuery query, FilterSql filter) throws SQLException {
        String found = "select rowid as clip from clip_word where clip_word match ?";
        List<Object> parameters = new ArrayList<>(List.of(query.beginnings()));
        String parts = query.parts(WordRarity.of(c, query)::beginsNoWord);
        if (!parts.isEmpty()) {
            found += " union select rowid from clip_part where clip_part match ?";
            parameters.add(parts);
        }
        parameters.addAll(filter.parameters());
        String join = filter.isEmpty() ? "" : " join clip c on c.id = found.clip where " + filter.condition();
        return new SqlQuery(c, "select count(*) from (" + found + ") as found" + join, parameters.toArray()).number();
    }
}
