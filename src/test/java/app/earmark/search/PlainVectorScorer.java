package app.earmark.search;

import app.earmark.embed.MatrixScorer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Compares vectors in a loop: the reference for faster ways. */
final class PlainVectorScorer implements MatrixScorer {

    private final int dimension;
    private final List<float[]> rows = new CopyOnWriteArrayList<>();

    PlainVectorScorer(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void put(int row, float[] vector) {
        if (row == rows.size()) {
            rows.add(vector.clone());
        } else {
            rows.set(row, vector.clone());
        }
    }

    @Override
    public float[] scores(float[] query) {
        Object[] all = rows.toArray();
        float[] scores = new float[all.length];
        for (int row = 0; row < all.length; row++) {
            scores[row] = dot((float[]) all[row], query);
        }
        return scores;
    }

    @Override
    public void images(float[] matrix, int width, RowSink sink) {
        for (int row = 0; row < rows.size(); row++) {
            float[] image = new float[width];
            for (int i = 0; i < dimension; i++) {
                for (int k = 0; k < width; k++) {
                    image[k] += rows.get(row)[i] * matrix[i * width + k];
                }
            }
            sink.accept(row, image);
        }
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public void close() {}
}
