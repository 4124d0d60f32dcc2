package app.earmark.store;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keyword search over SQLite's FTS5: its indexes propose candidates, {@link KeywordScore} puts them in order.
 */
final class SqlKeywordIndex implements KeywordIndex {

    /** Candidates beyond the hits wanted, so that the final order has something to choose from. */
    private static final int FEWEST_CANDIDATES = 200;

    /** So few clips are faster scored one by one than looked for. */
    private static final int FEW = 1000;

    private final Readers readers;
    private final FilterSets filters;
    private final WordCounts counts = new WordCounts();

    SqlKeywordIndex(Readers readers, FilterSets filters) {
        this.readers = readers;
        this.filters = filters;
    }

    @Override
    public List<KeywordHit> search(String text, ClipFilter filter, int limit) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty() || limit <= 0) {
            return List.of();
        }
        return readers.readSnapshot(c -> {
            WordRarity rarity = counts.rarity(c, query);
            BitSet allowed = filter.isAll() ? null : filters.of(c, filter);
            Collection<ClipId> candidates = allowed != null && allowed.cardinality() <= FEW
                    ? allowed.stream().mapToObj(ClipId::new).toList()
                    : new KeywordCandidates(c, query, rarity, allowed, Math.max(limit, FEWEST_CANDIDATES)).propose();
            List<KeywordHit> hits = scored(c, query, rarity, candidates);
            return hits.size() > limit ? List.copyOf(hits.subList(0, limit)) : hits;
        });
    }

    @Override
    public List<KeywordHit> among(String text, Collection<ClipId> clips) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty() || clips.isEmpty()) {
            return List.of();
        }
        return readers.readSnapshot(c -> scored(c, query, counts.rarity(c, query), clips));
    }

    private static List<KeywordHit> scored(
            Connection c, KeywordQuery query, WordRarity rarity, Collection<ClipId> clips) throws SQLException {
        KeywordScore score = new KeywordScore(query, rarity.weights());
        List<KeywordHit> hits = new SqlQuery(
                        c,
                        "select clip, name, tags, fields, path from clip_text"
                                + " where clip in (select value from json_each(?))",
                        JsonArrays.ofClips(clips))
                .list(row -> score.hit(
                        new ClipId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
        hits.sort(Comparator.comparingDouble(KeywordHit::score).reversed().thenComparing(KeywordHit::clip));
        return hits;
    }

    @Override
    public long count(String text, ClipFilter filter) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty()) {
            return 0;
        }
        return readers.readSnapshot(c -> count(c, query, new FilterSql(filter)));
    }

    private long count(Connection c, KeywordQuery query, FilterSql filter) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String found = "select rowid as clip from clip_word where clip_word match ?";
        parameters.add(query.words().stream().map(KeywordQuery.Word::beginning).collect(Collectors.joining(" OR ")));
        String parts = query.parts(counts.rarity(c, query)::beginsNoWord);
        if (!parts.isEmpty()) {
            found += " union select rowid from clip_part where clip_part match ?"
                    + " union select rowid from tag_part where tag_part match ?";
            parameters.add(parts);
            parameters.add(parts);
        }
        String join = filter.isEmpty() ? "" : " join clip c on c.id = found.clip where " + filter.condition();
        parameters.addAll(filter.parameters());
        return new SqlQuery(c, "select count(*) from (" + found + ") as found" + join, parameters.toArray()).number();
    }
}
