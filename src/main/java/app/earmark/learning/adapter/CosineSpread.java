package app.earmark.learning.adapter;

/** How the cosines, or strengths, of a whole collection lie. */
public record CosineSpread(double mean, double deviation) {

    /** Below this, cosines are as good as equal and say nothing. */
    private static final double LEAST_DEVIATION = 1e-6;

    public static CosineSpread of(float[] cosines) {
        // two sums of each, so that the additions need not wait for each other
        double sum = 0;
        double squares = 0;
        double otherSum = 0;
        double otherSquares = 0;
        int i = 0;
        for (; i + 1 < cosines.length; i += 2) {
            double a = cosines[i];
            double b = cosines[i + 1];
            sum += a;
            otherSum += b;
            squares += a * a;
            otherSquares += b * b;
        }
        if (i < cosines.length) {
            sum += cosines[i];
            squares += (double) cosines[i] * cosines[i];
        }
        sum += otherSum;
        squares += otherSquares;
        double mean = cosines.length == 0 ? 0 : sum / cosines.length;
        double variance = cosines.length == 0 ? 0 : squares / cosines.length - mean * mean;
        return new CosineSpread(mean, Math.sqrt(Math.max(0, variance)));
    }

    /** Standard deviations in a cosine of 1; 0 where they say nothing. */
    double perCosine() {
        return deviation < LEAST_DEVIATION ? 0 : 1 / deviation;
    }

    /** Distance from the mean in standard deviations. */
    public double standardised(double cosine) {
        return deviation < LEAST_DEVIATION ? 0 : (cosine - mean) / deviation;
    }
}
