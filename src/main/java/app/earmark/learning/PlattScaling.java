package app.earmark.learning;

/**
 * {@code 1 / (1 + exp(a·score + b))} with a ≤ 0 (Platt 1999). Fitted towards Platt's softened targets, (n₊+1)/(n₊+2) and
 * 1/(n₋+2), by Newton's method with backtracking after Lin, Lin and Weng 2007; so a few examples never give certainty.
 */
public record PlattScaling(double a, double b) implements Calibration {

    private static final int MOST_ITERATIONS = 100;
    private static final double RIDGE = 1e-12;

    /** @throws IllegalArgumentException if either class has no example */
    public static PlattScaling fit(double[] scores, boolean[] holds) {
        int positive = 0;
        for (boolean h : holds) {
            positive += h ? 1 : 0;
        }
        int negative = holds.length - positive;
        if (positive == 0 || negative == 0) {
            throw new IllegalArgumentException("one class alone can't be calibrated");
        }
        double high = (positive + 1.0) / (positive + 2.0);
        double low = 1.0 / (negative + 2.0);
        double a = 0;
        double b = Math.log((negative + 1.0) / (positive + 1.0));
        double loss = loss(scores, holds, high, low, a, b);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double h11 = RIDGE;
            double h22 = RIDGE;
            double h21 = 0;
            double g1 = 0;
            double g2 = 0;
            for (int k = 0; k < scores.length; k++) {
                double p = new PlattScaling(a, b).probability(scores[k]);
                double curvature = p * (1 - p);
                double rest = (holds[k] ? high : low) - p;
                h11 += scores[k] * scores[k] * curvature;
                h22 += curvature;
                h21 += scores[k] * curvature;
                g1 += scores[k] * rest;
                g2 += rest;
            }
            if (Math.abs(g1) < 1e-9 && Math.abs(g2) < 1e-9) {
                break;
            }
            double determinant = h11 * h22 - h21 * h21;
            double da = -(h22 * g1 - h21 * g2) / determinant;
            double db = -(-h21 * g1 + h11 * g2) / determinant;
            double slope = g1 * da + g2 * db;
            double step = 1;
            double next = Double.POSITIVE_INFINITY;
            for (; step >= 1e-10; step /= 2) {
                next = loss(scores, holds, high, low, a + step * da, b + step * db);
                if (next < loss + 1e-4 * step * slope) {
                    break;
                }
            }
            if (step < 1e-10) {
                break;
            }
            a += step * da;
            b += step * db;
            loss = next;
        }
        // a curve that falls says that the scores are worthless; then every clip gets the share of confirmed ones
        return a <= 0 ? new PlattScaling(a, b) : new PlattScaling(0, Math.log((negative + 1.0) / (positive + 1.0)));
    }

    @Override
    public double probability(double score) {
        double f = a * score + b;
        return f >= 0 ? Math.exp(-f) / (1 + Math.exp(-f)) : 1 / (1 + Math.exp(f));
    }

    private static double loss(double[] scores, boolean[] holds, double high, double low, double a, double b) {
        double loss = 0;
        for (int k = 0; k < scores.length; k++) {
            double f = a * scores[k] + b;
            double target = holds[k] ? high : low;
            loss += LogisticLoss.softplus(f) - (1 - target) * f;
        }
        return loss;
    }
}
