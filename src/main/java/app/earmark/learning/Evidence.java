package app.earmark.learning;

/**
 * What there is to learn one label from. Rows up to {@code judged} were judged by a person; those after it are unjudged
 * clips of the library, drawn at random: the background, taken for weak counterexamples. Arrays are shared, not copied.
 *
 * @param vectors acoustic, unit length
 * @param similarities cosine with the label's prompts; NaN where there is none
 * @param holds false for the whole background
 * @param groups the same number for clips that sound the same
 */
public record Evidence(float[][] vectors, double[] similarities, boolean[] holds, int[] groups, int judged) {

    /** Confirmed clips. */
    public int confirmed() {
        int confirmed = 0;
        for (int i = 0; i < judged; i++) {
            confirmed += holds[i] ? 1 : 0;
        }
        return confirmed;
    }

    public int rejected() {
        return judged - confirmed();
    }

    public int background() {
        return vectors.length - judged;
    }

    /** A judged clip counts once. */
    double[] weights(double ofBackground) {
        double[] weights = new double[vectors.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < judged ? 1 : ofBackground;
        }
        return weights;
    }
}
