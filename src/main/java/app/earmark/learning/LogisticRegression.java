package app.earmark.learning;

import java.util.function.BooleanSupplier;

/**
 * L2-regularised logistic regression: minimises {@code ½‖w‖² + C Σ cᵢ log(1 + exp(−yᵢ (w·xᵢ + b)))} over w and b, with y =
 * ±1, cᵢ the weight of example i and the bias left unregularised, by L-BFGS (Liu and Nocedal 1989). The objective is that
 * of scikit-learn's {@code LogisticRegression(C).fit(X, y, sample_weight)}, which the tests compare with.
 */
public final class LogisticRegression {

    private static final int MOST_ITERATIONS = 200;

    private final double tolerance;

    /** @param tolerance largest gradient component, relative to the first one, at which the search ends */
    public LogisticRegression(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * @param scale every vector is taken times this
     * @param inverseRegularisation C
     * @param start where the search begins, in unscaled terms; null for zero
     * @param stop asked between iterations; the fit so far is returned when it says so
     */
    public LinearScore fit(
            Examples examples, double scale, double inverseRegularisation, LinearScore start, BooleanSupplier stop) {
        LogisticLoss loss = new LogisticLoss(examples, (float) scale, inverseRegularisation);
        double[] at = new double[examples.dimension() + 1];
        if (start != null) {
            for (int i = 0; i < start.weights().length; i++) {
                at[i] = start.weights()[i] / scale;
            }
            at[at.length - 1] = start.bias();
        }
        double[] found = new QuasiNewton(tolerance, MOST_ITERATIONS).minimum(loss, at, stop);
        float[] weights = new float[examples.dimension()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (found[i] * scale);
        }
        return new LinearScore(weights, found[weights.length]);
    }
}
