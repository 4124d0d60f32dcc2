package app.earmark.search;

/** Expected maximum of n independent draws from the standard normal distribution (the highest normal order statistic). */
final class ExpectedMaximum {

    private static final int LARGEST = 256;
    private static final double REACH = 8;
    private static final int STEPS = 3200;
    private static final double[] BY_COUNT = byCount();

    private ExpectedMaximum() {}

    /** Beyond {@value #LARGEST} draws, that of as many, which falls short by less than a tenth for each doubling. */
    static double of(int draws) {
        return BY_COUNT[Math.min(draws, LARGEST)];
    }

    /** Integrates x d(Φ(x)ⁿ) = REACH − ∫ Φ(x)ⁿ dx over ±REACH. */
    private static double[] byCount() {
        double step = 2 * REACH / STEPS;
        double[] integrals = new double[LARGEST + 1];
        double distribution = 0;
        for (int i = 0; i < STEPS; i++) {
            double x = -REACH + (i + 0.5) * step;
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * step;
            double middle = distribution + density / 2;
            distribution += density;
            double power = 1;
            for (int n = 1; n <= LARGEST; n++) {
                power *= middle;
                integrals[n] += power * step;
            }
        }
        double[] expected = new double[LARGEST + 1];
        for (int n = 1; n <= LARGEST; n++) {
            expected[n] = REACH - integrals[n];
        }
        return expected;
    }
}
