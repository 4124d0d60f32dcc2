package app.earmark.learning;

/**
 * {@code w · x + b}.
 *
 * @param weights shape [dimension]
 */
public record LinearScore(float[] weights, double bias) {

    /** @throws IllegalArgumentException if the vector is of another length than the weights: it is another pack's */
    public double of(float[] vector) {
        return dot(weights, vector) + bias;
    }

    /**
     * The dot product of two vectors.
     *
     * @throws IllegalArgumentException if they are of different lengths
     */
    public static double dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors of " + a.length + " and " + b.length + " values");
        }
        // four sums, so that the additions need not wait for each other
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (double) s0 + s1 + s2 + s3;
    }
}
