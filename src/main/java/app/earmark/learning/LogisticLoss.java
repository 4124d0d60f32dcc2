package app.earmark.learning;

/** The objective of {@link LogisticRegression}; the bias is the last parameter. */
final class LogisticLoss implements QuasiNewton.Objective {

    private final Examples examples;
    private final float scale;
    private final double strength;

    LogisticLoss(Examples examples, float scale, double strength) {
        this.examples = examples;
        this.scale = scale;
        this.strength = strength;
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        int dimension = parameters.length - 1;
        float[] weights = new float[dimension];
        double loss = 0;
        for (int d = 0; d < dimension; d++) {
            weights[d] = (float) (parameters[d] * scale);
            loss += 0.5 * parameters[d] * parameters[d];
        }
        float[] sum = new float[dimension];
        double biasSum = 0;
        for (int i = 0; i < examples.count(); i++) {
            float[] x = examples.vectors()[i];
            double score = LinearScore.dot(weights, x) + parameters[dimension];
            double sign = examples.holds()[i] ? 1 : -1;
            double factor = strength * examples.weights()[i];
            loss += factor * softplus(-sign * score);
            double slope = -sign * factor / (1 + Math.exp(sign * score));
            biasSum += slope;
            float step = (float) (slope * scale);
            for (int d = 0; d < dimension; d++) {
                sum[d] += step * x[d];
            }
        }
        for (int d = 0; d < dimension; d++) {
            gradient[d] = parameters[d] + sum[d];
        }
        gradient[dimension] = biasSum;
        return loss;
    }

    /** log(1 + eˣ) without overflow. */
    static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
