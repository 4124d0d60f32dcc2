package app.earmark.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In how many clips words begin so; frequent words take milliseconds to count, so counts are kept while they are about right. */
final class WordCounts {

    private static final int KEPT = 5000;

    /** Share of clips by which a catalogue may have grown before words are counted anew. */
    private static final double STALE = 0.02;

    private record Count(long holding, long clips) {}

    private final Map<String, Count> known = new ConcurrentHashMap<>();

    WordRarity rarity(Connection c, KeywordQuery query, WordSets sets) throws SQLException {
        long clips = new SqlQuery(c, "select count(*) from clip").number();
        long[] holding = new long[query.words().size()];
        for (int i = 0; i < holding.length; i++) {
            holding[i] = holding(query.words().get(i), clips, sets);
        }
        return new WordRarity(holding, clips);
    }

    private long holding(KeywordQuery.Word word, long clips, WordSets sets) throws SQLException {
        Count count = known.get(word.stem());
        // a word that nobody had may come with the very next clip, and costs nothing to look up
        if (count == null || count.holding == 0 || Math.abs(clips - count.clips) > STALE * clips) {
            count = new Count(sets.count(word), clips);
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(word.stem(), count);
        }
        return count.holding;
    }
}
