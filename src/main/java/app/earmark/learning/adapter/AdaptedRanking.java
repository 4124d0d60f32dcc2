package app.earmark.learning.adapter;

/** One order from the pack's own cosines and those of the adapted vectors. */
public final class AdaptedRanking {

    private AdaptedRanking() {}

    /**
     * The sum of both, each by its distance from the mean over all clips in standard deviations; the adapted one times
     * {@code trust}.
     *
     * @param counted the pack's cosine of each clip, as it counts
     * @param clips the cosines of the clips as wholes, which say how such cosines lie
     * @param adapted cosines of the adapted vectors, of as many clips or fewer
     */
    public static float[] fuse(float[] counted, float[] clips, float[] adapted, double trust) {
        CosineSpread plain = CosineSpread.of(clips);
        CosineSpread learnt = CosineSpread.of(adapted);
        float[] strengths = new float[counted.length];
        for (int i = 0; i < strengths.length; i++) {
            double of = i < adapted.length ? trust * learnt.standardised(adapted[i]) : 0;
            strengths[i] = (float) (plain.standardised(counted[i]) + of);
        }
        return strengths;
    }
}
