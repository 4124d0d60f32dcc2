package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.store.KeywordQuery.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Proposes clips worth scoring. BM25 looks at every match (about a microsecond each), so it ranks only what is rare enough:
 * the rare words of a query propose by rank, and words that thousands of clips hold only fill up, clips with all of them
 * first.
 */
final class KeywordCandidates {

    /** As many matches as are ranked within a few milliseconds. */
    private static final long MOST_RANKED = 6000;

    private final Connection connection;
    private final KeywordQuery query;
    private final WordRarity rarity;
    private final WordSets sets;
    private final BitSet allowed;
    private final int wanted;
    private final Set<ClipId> found = new LinkedHashSet<>();

    /** @param allowed clips that pass the filter; null if all do */
    KeywordCandidates(
            Connection connection, KeywordQuery query, WordRarity rarity, WordSets sets, BitSet allowed, int wanted) {
        this.connection = connection;
        this.query = query;
        this.rarity = rarity;
        this.sets = sets;
        this.allowed = allowed;
        this.wanted = wanted;
    }

    Set<ClipId> propose() throws SQLException {
        List<Integer> byRarity = IntStream.range(0, query.words().size())
                .boxed()
                .sorted((a, b) -> Long.compare(rarity.holding()[a], rarity.holding()[b]))
                .toList();
        double[] weights = rarity.weights();
        List<Word> rare = new ArrayList<>();
        List<Word> frequent = new ArrayList<>();
        long matches = 0;
        for (int word : byRarity) {
            matches += rarity.holding()[word];
            (matches <= MOST_RANKED ? rare : frequent).add(query.words().get(word));
        }
        if (!rare.isEmpty()) {
            double[] weightsOfRare = byRarity.stream()
                    .limit(rare.size())
                    .mapToDouble(word -> weights[word])
                    .toArray();
            new RareWords(rare, weightsOfRare, sets).best(wanted, allowed).forEach(this::take);
        }
        if (!frequent.isEmpty()) {
            fillUp(frequent);
        }
        List<Word> parts = query.parts(rarity::beginsNoWord);
        if (!parts.isEmpty()) {
            // beside the others, not after them, lest frequent words keep these from ever being found
            take(KeywordQuery.trigrams(parts), "clip_part");
            take(sets.taggedWithParts(parts));
        }
        return found;
    }

    private void fillUp(List<Word> frequent) throws SQLException {
        String all = WordSets.allOf(frequent);
        String any = WordSets.anyOf(frequent);
        if (found.size() < wanted) {
            take("name : (" + all + ")", "clip_word");
        }
        if (found.size() < wanted) {
            BitSet holding = sets.holding(frequent.get(0));
            for (Word word : frequent.subList(1, frequent.size())) {
                holding.and(sets.holding(word));
            }
            take(holding);
        }
        if (found.size() < wanted) {
            take("name : (" + any + ")", "clip_word");
        }
        if (found.size() < wanted) {
            take(any, "clip_word");
            take(sets.tagged(frequent));
        }
    }

    /** Adds up to {@link #wanted} clips of an FTS5 expression. */
    private void take(String expression, String index) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select rowid from " + index + " where " + index + " match ?")) {
            statement.setString(1, expression);
            try (ResultSet rows = statement.executeQuery()) {
                int taken = 0;
                while (taken < wanted && rows.next()) {
                    taken += take(rows.getInt(1));
                }
            }
        }
    }

    /** Adds up to {@link #wanted} of these clips. */
    private void take(BitSet clips) {
        int taken = 0;
        PrimitiveIterator.OfInt each = clips.stream().iterator();
        while (taken < wanted && each.hasNext()) {
            taken += take(each.nextInt());
        }
    }

    private int take(int clip) {
        if (allowed != null && !allowed.get(clip)) {
            return 0;
        }
        found.add(new ClipId(clip));
        return 1;
    }
}
