package app.earmark.learning;

/**
 * Mean and standard deviation of some scores.
 *
 * @param deviation above 0
 */
public record Spread(double mean, double deviation) {

    /** Of the scores at {@code from} and after; NaNs are passed over. Where all are alike, the deviation is taken for 1. */
    static Spread of(double[] scores, int from) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = from; i < scores.length; i++) {
            if (!Double.isNaN(scores[i])) {
                sum += scores[i];
                squares += scores[i] * scores[i];
                count++;
            }
        }
        if (count == 0) {
            return new Spread(0, 1);
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new Spread(mean, deviation > 1e-9 ? deviation : 1);
    }

    public double standardise(double score) {
        return (score - mean) / deviation;
    }
}
