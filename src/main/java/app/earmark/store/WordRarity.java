package app.earmark.store;

/**
 * How much each word of a query says: its inverse document frequency, as BM25 has it (Robertson and Spärck Jones).
 *
 * @param holding clips in which a word begins like the query's, for each word of the query
 * @param clips all clips
 */
record WordRarity(long[] holding, long clips) {

    boolean beginsNoWord(int word) {
        return holding[word] == 0;
    }

    /** Positive numbers, higher for rarer words. */
    double[] weights() {
        double[] weights = new double[holding.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.log1p(Math.max(0, clips - holding[i] + 0.5) / (holding[i] + 0.5));
        }
        return weights;
    }
}
