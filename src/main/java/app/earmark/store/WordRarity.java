package app.earmark.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How much each word of a query says: its inverse document frequency, as BM25 has it (Robertson and Spärck Jones).
 *
 * @param holding clips in which a word of the catalogue begins like the query's, for each word of the query
 * @param clips all clips
 */
record WordRarity(long[] holding, long clips) {

    static WordRarity of(Connection c, KeywordQuery query) throws SQLException {
        long clips = new SqlQuery(c, "select count(*) from clip").number();
        long[] holding = new long[query.words().size()];
        for (int i = 0; i < holding.length; i++) {
            holding[i] = new SqlQuery(
                            c,
                            "select count(*) from clip_word where clip_word match ?",
                            query.words().get(i).beginning())
                    .number();
        }
        return new WordRarity(holding, clips);
    }

    boolean beginsNoWord(int word) {
        return holding[word] == 0;
    }

    /** Positive numbers, higher for rarer words. */
    double[] weights() {
        double[] weights = new double[holding.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.log1p((clips - holding[i] + 0.5) / (holding[i] + 0.5));
        }
        return weights;
    }
}
