package app.earmark.learning;

/**
 * Scores one label: a linear score of the acoustic vector, joined with the pack's own similarity to the label's prompts.
 * Both are standardised over unjudged clips of the library, and the similarity counts {@code similarityWeight} times.
 *
 * @param acoustic of unit-length acoustic vectors
 * @param acousticOver what the linear score is usually
 * @param similarityOver what the similarity is usually
 */
public record Head(LinearScore acoustic, Spread acousticOver, double similarityWeight, Spread similarityOver) {

    /**
     * @param vector the clip's acoustic vector
     * @param similarity cosine with the label's prompts; NaN where there is none, which counts as the usual one
     */
    public double score(float[] vector, double similarity) {
        double heard = acousticOver.standardise(acoustic.of(vector));
        return Double.isNaN(similarity) || similarityWeight == 0
                ? heard
                : heard + similarityWeight * similarityOver.standardise(similarity);
    }
}
