package app.earmark.learning;

/** How far probabilities are from the truth. */
public final class CalibrationError {

    private static final int BINS = 10;

    private CalibrationError() {}

    /** Mean square of the distance between probability and truth (Brier 1950). */
    public static double brier(double[] probabilities, boolean[] holds) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double distance = probabilities[i] - (holds[i] ? 1 : 0);
            sum += distance * distance;
        }
        return sum / probabilities.length;
    }

    /** Expected calibration error over ten bins of equal width (Naeini et al. 2015). */
    public static double expected(double[] probabilities, boolean[] holds) {
        double[] sum = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            sum[bin] += probabilities[i];
            right[bin] += holds[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sum[bin] - right[bin]);
        }
        return error / probabilities.length;
    }
}
