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
        // every sound of the library, at every search: one multiplication each
        float perCounted = (float) plain.perCosine();
        float perAdapted = (float) (trust * learnt.perCosine());
        float meanCounted = (float) plain.mean();
        float meanAdapted = (float) learnt.mean();
        float[] strengths = new float[counted.length];
        int both = Math.min(counted.length, adapted.length);
        for (int i = 0; i < both; i++) {
            strengths[i] = perCounted * (counted[i] - meanCounted) + perAdapted * (adapted[i] - meanAdapted);
        }
        for (int i = both; i < strengths.length; i++) {
            strengths[i] = perCounted * (counted[i] - meanCounted);
        }
        return strengths;
    }
}
