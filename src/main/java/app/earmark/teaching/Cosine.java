package app.earmark.teaching;

/** Cosine of unit-length vectors. */
final class Cosine {

    private Cosine() {}

    static double of(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
