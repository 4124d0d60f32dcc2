package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Weighted mean of the captions' vectors (meaning, then words), and how they go with the audio.
 *
 * @param mean shape [meaning + words]
 * @param cross Σ w (x − mean x)(y − mean y)ᵀ, shape [acoustic dimension, meaning + words]
 */
record TextMoments(double[] mean, DMatrixRMaj cross) {

    static TextMoments of(
            CaptionedClips clips, double[] weights, double[] audioMean, WordWeights words, Progress progress)
            throws CancelledWork {
        int captions = clips.captions().size();
        int dimension = audioMean.length;
        int meaning = clips.captions().get(0).meaning().length;
        int width = meaning + words.size();
        double[][] sums = new double[captions][];
        double[] masses = new double[captions];
        double total = 0;
        for (int i = 0; i < clips.clips(); i++) {
            int caption = clips.captionOf()[i];
            masses[caption] += weights[i];
            total += weights[i];
            if (sums[caption] == null) {
                sums[caption] = new double[dimension];
            }
            for (int k = 0; k < dimension; k++) {
                sums[caption][k] += weights[i] * (clips.acoustic()[i][k] - audioMean[k]);
            }
        }
        double[] mean = new double[width];
        // Centring one side is enough: Σ w (x − mean x) is nothing. Transposed, a text's values are rows side by side.
        DMatrixRMaj transposed = new DMatrixRMaj(width, dimension);
        for (int caption = 0; caption < captions; caption++) {
            if (sums[caption] == null) {
                continue;
            }
            progress.throwIfCancelled();
            float[] vector = clips.captions().get(caption).meaning();
            double share = masses[caption] / total;
            for (int j = 0; j < meaning; j++) {
                mean[j] += share * vector[j];
                addTo(transposed, j, sums[caption], vector[j]);
            }
            for (Map.Entry<Integer, Float> word :
                    AdapterFit.bag(words, clips.captions().get(caption).words()).entrySet()) {
                mean[meaning + word.getKey()] += share * word.getValue();
                addTo(transposed, meaning + word.getKey(), sums[caption], word.getValue());
            }
        }
        return new TextMoments(mean, CommonOps_DDRM.transpose(transposed, null));
    }

    private static void addTo(DMatrixRMaj matrix, int row, double[] values, double factor) {
        int at = row * matrix.numCols;
        for (int k = 0; k < values.length; k++) {
            matrix.data[at + k] += factor * values[k];
        }
    }
}
