package app.earmark.learning;

import java.util.Arrays;

/**
 * Vectors with what is known of them. The arrays are shared, not copied; nobody writes to them.
 *
 * @param vectors one row an example, all of one length
 * @param holds whether the label holds
 * @param weights how much each counts, above 0
 */
public record Examples(float[][] vectors, boolean[] holds, double[] weights) {

    public Examples {
        if (vectors.length != holds.length || vectors.length != weights.length) {
            throw new IllegalArgumentException(
                    vectors.length + " vectors, " + holds.length + " words, " + weights.length + " weights");
        }
    }

    public int count() {
        return vectors.length;
    }

    int dimension() {
        return vectors.length == 0 ? 0 : vectors[0].length;
    }

    /** Those at these rows. */
    Examples rows(int[] rows) {
        float[][] some = new float[rows.length][];
        boolean[] someHold = new boolean[rows.length];
        double[] someWeights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = vectors[rows[i]];
            someHold[i] = holds[rows[i]];
            someWeights[i] = weights[rows[i]];
        }
        return new Examples(some, someHold, someWeights);
    }

    /**
     * Weighted so that both classes count the same in sum, and all together as much as {@code total} examples.
     *
     * @throws IllegalArgumentException if either class has no example
     */
    Examples balanced(double total) {
        double positive = sum(true);
        double negative = sum(false);
        if (positive == 0 || negative == 0) {
            throw new IllegalArgumentException("one class alone teaches nothing");
        }
        double[] balanced = new double[weights.length];
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] = weights[i] * total / 2 / (holds[i] ? positive : negative);
        }
        return new Examples(vectors, holds, balanced);
    }

    boolean hasBothClasses() {
        return sum(true) > 0 && sum(false) > 0;
    }

    private double sum(boolean of) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += holds[i] == of ? weights[i] : 0;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Examples[" + count() + " × " + dimension() + ", " + Arrays.hashCode(holds) + "]";
    }
}
