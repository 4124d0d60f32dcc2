package app.earmark.store;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex;
import app.earmark.library.LabelNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Keyword search over SQLite's FTS5 and over labels, which propose candidates; {@link KeywordScore} puts them in order.
 */
final class SqlKeywordIndex implements KeywordIndex {

    /** Candidates beyond the hits wanted, so that the final order has something to choose from. */
    private static final int FEWEST_CANDIDATES = 200;

    /** So few clips are faster scored one by one than looked for. */
    private static final int FEW = 1000;

    private final Readers readers;
    private final FilterSets filters;
    private final LabelWords labels;
    private final WordCounts counts = new WordCounts();

    SqlKeywordIndex(Readers readers, FilterSets filters, LabelNames names) {
        this.readers = readers;
        this.filters = filters;
        this.labels = new LabelWords(names);
    }

    @Override
    public List<KeywordHit> search(String text, ClipFilter filter, int limit) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty() || limit <= 0) {
            return List.of();
        }
        return readers.readSnapshot(c -> {
            WordSets sets = new WordSets(c, labels);
            WordRarity rarity = counts.rarity(c, query, sets);
            BitSet allowed = filter.isAll() ? null : filters.of(c, filter);
            Collection<ClipId> candidates = allowed != null && allowed.cardinality() <= FEW
                    ? allowed.stream().mapToObj(ClipId::new).toList()
                    : new KeywordCandidates(c, query, rarity, sets, allowed, Math.max(limit, FEWEST_CANDIDATES))
                            .propose();
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
        return readers.readSnapshot(c -> scored(c, query, counts.rarity(c, query, new WordSets(c, labels)), clips));
    }

    private List<KeywordHit> scored(Connection c, KeywordQuery query, WordRarity rarity, Collection<ClipId> clips)
            throws SQLException {
        KeywordScore score = new KeywordScore(query, rarity.weights());
        String ids = JsonArrays.ofClips(clips);
        Map<Long, String> tags = labels.ofClips(c, ids);
        List<KeywordHit> hits = new SqlQuery(
                        c,
                        "select clip, name, fields, path from clip_text where clip in (select value from json_each(?))",
                        ids)
                .list(row -> score.hit(
                        new ClipId(row.getLong(1)),
                        row.getString(2),
                        tags.getOrDefault(row.getLong(1), ""),
                        row.getString(3),
                        row.getString(4)));
        hits.sort(Comparator.comparingDouble(KeywordHit::score).reversed().thenComparing(KeywordHit::clip));
        return hits;
    }

    @Override
    public long count(String text, ClipFilter filter) {
        KeywordQuery query = KeywordQuery.parse(text);
        if (query.words().isEmpty()) {
            return 0;
        }
        return readers.readSnapshot(c -> {
            WordSets sets = new WordSets(c, labels);
            BitSet holding = sets.texts("clip_word", WordSets.anyOf(query.words()));
            holding.or(sets.tagged(query.words()));
            List<KeywordQuery.Word> parts = query.parts(counts.rarity(c, query, sets)::beginsNoWord);
            if (!parts.isEmpty()) {
                holding.or(sets.texts("clip_part", KeywordQuery.trigrams(parts)));
                holding.or(sets.taggedWithParts(parts));
            }
            if (!filter.isAll()) {
                holding.and(filters.of(c, filter));
            }
            return (long) holding.cardinality();
        });
    }
}
