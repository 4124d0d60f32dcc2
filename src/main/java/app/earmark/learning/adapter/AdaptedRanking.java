package app.earmark.learning.adapter;

/** One order from the pack's own cosines and those of the adapted vectors. */
public final class AdaptedRanking {

    /** Below this, cosines are as good as equal and say nothing. */
    private static final double LEAST_DEVIATION = 1e-6;

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
        Standard plain = Standard.of(clips);
        Standard learnt = Standard.of(adapted);
        float[] strengths = new float[counted.length];
        for (int i = 0; i < strengths.length; i++) {
            double of = i < adapted.length ? trust * learnt.score(adapted[i]) : 0;
            strengths[i] = (float) (plain.score(counted[i]) + of);
        }
        return strengths;
    }

    private record Standard(double mean, double deviation) {

        static Standard of(float[] values) {
            double sum = 0;
            double squares = 0;
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
            }
            double mean = values.length == 0 ? 0 : sum / values.length;
            double variance = values.length == 0 ? 0 : squares / values.length - mean * mean;
            return new Standard(mean, Math.sqrt(Math.max(0, variance)));
        }

        double score(double value) {
            return deviation < LEAST_DEVIATION ? 0 : (value - mean) / deviation;
        }
    }
}
