package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Weighted mean of one side of the captions, their meanings or their bags of words, and how it goes with the audio.
 *
 * @param mean shape [width]
 * @param cross Σ w y (x − mean x)ᵀ, shape [width, acoustic dimension]; with one side centred, the other need not be
 */
record TextMoments(double[] mean, DMatrixRMaj cross) {

    /** Takes one value of a caption's vector. */
    private interface Taker {
        void take(int place, double value);
    }

    /** Hands out what is not zero of a caption's vector. */
    private interface Vectors {
        void of(Caption caption, Taker taker);
    }

    /** Every caption has to be read. */
    static TextMoments ofMeanings(CaptionedClips clips, double[] weights, double[] audioMean, Progress progress)
            throws CancelledWork {
        int width = clips.captions().get(0).meaning().length;
        return of(clips, weights, audioMean, width, TextMoments::meaning, progress);
    }

    static TextMoments ofWords(
            CaptionedClips clips, double[] weights, double[] audioMean, WordWeights words, Progress progress)
            throws CancelledWork {
        Vectors bags = (caption, taker) -> {
            for (Map.Entry<Integer, Float> word :
                    AdapterFit.bag(words, caption.words()).entrySet()) {
                taker.take(word.getKey(), word.getValue());
            }
        };
        return of(clips, weights, audioMean, words.size(), bags, progress);
    }

    private static void meaning(Caption caption, Taker taker) {
        for (int i = 0; i < caption.meaning().length; i++) {
            taker.take(i, caption.meaning()[i]);
        }
    }

    private static TextMoments of(
            CaptionedClips clips, double[] weights, double[] audioMean, int width, Vectors vectors, Progress progress)
            throws CancelledWork {
        double[] mean = new double[width];
        DMatrixRMaj cross = new DMatrixRMaj(width, audioMean.length);
        double total = Arrays.stream(weights).sum();
        int[] rows = IntStream.range(0, clips.clips())
                .boxed()
                .sorted((a, b) -> clips.captionOf()[a] - clips.captionOf()[b])
                .mapToInt(Integer::intValue)
                .toArray();
        int from = 0;
        while (from < rows.length) {
            progress.throwIfCancelled();
            int caption = clips.captionOf()[rows[from]];
            double[] sum = new double[audioMean.length];
            double mass = 0;
            int to = from;
            for (; to < rows.length && clips.captionOf()[rows[to]] == caption; to++) {
                double weight = weights[rows[to]];
                float[] acoustic = clips.acoustic()[rows[to]];
                mass += weight;
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += weight * (acoustic[k] - audioMean[k]);
                }
            }
            double share = mass / total;
            vectors.of(clips.captions().get(caption), (place, value) -> {
                mean[place] += share * value;
                addTo(cross, place, sum, value);
            });
            from = to;
        }
        return new TextMoments(mean, cross);
    }

    private static void addTo(DMatrixRMaj matrix, int row, double[] values, double factor) {
        int at = row * matrix.numCols;
        for (int k = 0; k < values.length; k++) {
            matrix.data[at + k] += factor * values[k];
        }
    }
}
