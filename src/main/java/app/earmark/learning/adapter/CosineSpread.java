package app.earmark.learning.adapter;

/** How the cosines, or strengths, of a whole collection lie. */
public record CosineSpread(double mean, double deviation) {

    /** Below this, cosines are as good as equal and say nothing. */
    private static final double LEAST_DEVIATION = 1e-6;

    public static CosineSpread of(float[] cosines) {
        double sum = 0;
        double squares = 0;
        for (float cosine : cosines) {
            sum += cosine;
            squares += (double) cosine * cosine;
        }
        double mean = cosines.length == 0 ? 0 : sum / cosines.length;
        double variance = cosines.length == 0 ? 0 : squares / cosines.length - mean * mean;
        return new CosineSpread(mean, Math.sqrt(Math.max(0, variance)));
    }

    /** Distance from the mean in standard deviations. */
    public double standardised(double cosine) {
        return deviation < LEAST_DEVIATION ? 0 : (cosine - mean) / deviation;
    }
}
