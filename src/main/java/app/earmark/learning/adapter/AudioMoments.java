package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Weighted mean and scatter of acoustic vectors.
 *
 * @param mean shape [dimension]
 * @param scatter Σ w (x − mean)(x − mean)ᵀ, shape [dimension, dimension]
 */
record AudioMoments(double[] mean, DMatrixRMaj scatter) {

    private static final int BATCH = 1024;

    static AudioMoments of(float[][] vectors, double[] weights, Progress progress) throws CancelledWork {
        int dimension = vectors[0].length;
        double[] mean = mean(vectors, weights);
        DMatrixRMaj scatter = new DMatrixRMaj(dimension, dimension);
        DMatrixRMaj part = new DMatrixRMaj(dimension, dimension);
        for (int from = 0; from < vectors.length; from += BATCH) {
            progress.throwIfCancelled();
            int to = Math.min(vectors.length, from + BATCH);
            DMatrixRMaj rows = new DMatrixRMaj(to - from, dimension);
            for (int i = from; i < to; i++) {
                double root = Math.sqrt(weights[i]);
                for (int k = 0; k < dimension; k++) {
                    rows.data[(i - from) * dimension + k] = root * (vectors[i][k] - mean[k]);
                }
            }
            CommonOps_DDRM.multInner(rows, part);
            CommonOps_DDRM.addEquals(scatter, part);
        }
        return new AudioMoments(mean, scatter);
    }

    private static double[] mean(float[][] vectors, double[] weights) {
        double[] mean = new double[vectors[0].length];
        double total = 0;
        for (int i = 0; i < vectors.length; i++) {
            total += weights[i];
            for (int k = 0; k < mean.length; k++) {
                mean[k] += weights[i] * vectors[i][k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= total;
        }
        return mean;
    }
}
