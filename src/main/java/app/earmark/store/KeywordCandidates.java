package app.earmark.store;

import app.earmark.library.ClipId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final BitSet allowed;
    private final int wanted;
    private final Set<ClipId> found = new LinkedHashSet<>();

    /** @param allowed clips that pass the filter; null if all do */
    KeywordCandidates(Connection connection, KeywordQuery query, WordRarity rarity, BitSet allowed, int wanted) {
        this.connection = connection;
        this.query = query;
        this.rarity = rarity;
        this.allowed = allowed;
        this.wanted = wanted;
    }

    Set<ClipId> propose() throws SQLException {
        List<Integer> byRarity = IntStream.range(0, query.words().size())
                .boxed()
                .sorted((a, b) -> Long.compare(rarity.holding()[a], rarity.holding()[b]))
                .toList();
        List<String> rare = new ArrayList<>();
        List<String> frequent = new ArrayList<>();
        long matches = 0;
        for (int word : byRarity) {
            matches += rarity.holding()[word];
            (matches <= MOST_RANKED ? rare : frequent)
                    .add(query.words().get(word).beginning());
        }
        if (!rare.isEmpty()) {
            take("clip_word", String.join(" OR ", rare), " order by rank");
        }
        if (!frequent.isEmpty()) {
            fillUp(frequent);
        }
        String parts = query.parts(rarity::beginsNoWord);
        if (!parts.isEmpty()) {
            // beside the others, not after them, lest frequent words keep these from ever being found
            take("clip_part", parts, "");
            take("tag_part", parts, "");
        }
        return found;
    }

    private void fillUp(List<String> frequent) throws SQLException {
        String all = String.join(" AND ", frequent);
        String any = String.join(" OR ", frequent);
        for (String expression : List.of("name : (" + all + ")", all, "name : (" + any + ")", any)) {
            if (found.size() < wanted) {
                take("clip_word", expression, "");
            }
        }
    }

    /** Adds up to {@link #wanted} clips of an FTS5 expression. */
    private void take(String index, String expression, String order) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select rowid from " + index + " where " + index + " match ?" + order)) {
            statement.setString(1, expression);
            try (ResultSet rows = statement.executeQuery()) {
                int taken = 0;
                while (taken < wanted && rows.next()) {
                    long clip = rows.getLong(1);
                    if (allowed == null || allowed.get((int) clip)) {
                        found.add(new ClipId(clip));
                        taken++;
                    }
                }
            }
        }
    }
}
