package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

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
        // Centring one side is enough: Σ w (x − mean x) is nothing.
        DMatrixRMaj cross = new DMatrixRMaj(dimension, width);
        for (int caption = 0; caption < captions; caption++) {
            if (sums[caption] == null) {
                continue;
            }
            progress.throwIfCancelled();
            float[] vector = clips.captions().get(caption).meaning();
            Map<Integer, Float> bag =
                    AdapterFit.bag(words, clips.captions().get(caption).words());
            for (int j = 0; j < meaning; j++) {
                mean[j] += masses[caption] / total * vector[j];
            }
            for (Map.Entry<Integer, Float> word : bag.entrySet()) {
                mean[meaning + word.getKey()] += masses[caption] / total * word.getValue();
            }
            for (int k = 0; k < dimension; k++) {
                double x = sums[caption][k];
                int row = k * width;
                for (int j = 0; j < meaning; j++) {
                    cross.data[row + j] += x * vector[j];
                }
                for (Map.Entry<Integer, Float> word : bag.entrySet()) {
                    cross.data[row + meaning + word.getKey()] += x * word.getValue();
                }
            }
        }
        return new TextMoments(mean, cross);
    }
}
