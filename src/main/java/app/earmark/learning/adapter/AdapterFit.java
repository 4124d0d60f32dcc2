package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Reduced-rank ridge regression (Izenman 1975) from acoustic vectors to captions: the caption's meaning beside the bag of
 * its words. Closed form; a clip counts by one over the root of how many share its caption. Chosen on eight libraries:
 * docs/benchmarks.md. {@code earmark_starter.adapter} does the same in numpy.
 */
public final class AdapterFit {

    /** On a sum over clips of unit-length vectors. */
    static final double RIDGE = 1;

    /** Length of the bag of words beside the meaning's 1. */
    static final double BAG_LENGTH = 1.5;

    static final int RANK = 128;

    private AdapterFit() {}

    /**
     * @param clips at least two, of at least two captions
     * @throws CancelledWork between two steps
     */
    public static NameAdapter fit(CaptionedClips clips, Progress progress) throws CancelledWork {
        WordWeights words =
                WordWeights.of(clips.captions().stream().map(Caption::words).toList());
        double[] clipWeights = clipWeights(clips);
        AudioMoments audio = AudioMoments.of(clips.acoustic(), clipWeights, progress);
        TextMoments text = TextMoments.of(clips, clipWeights, audio.mean(), words, progress);
        progress.throwIfCancelled();
        DMatrixRMaj map = SymmetricSolver.solve(audio.scatter(), RIDGE, text.cross());
        progress.throwIfCancelled();
        DMatrixRMaj directions = RankReduction.directions(audio.scatter(), map, RANK);
        DMatrixRMaj audioMap = new DMatrixRMaj(map.numRows, directions.numCols);
        CommonOps_DDRM.mult(map, directions, audioMap);
        return new NameAdapter(
                floats(audioMap),
                product(audio.mean(), audioMap),
                words,
                floats(directions),
                product(text.mean(), directions),
                KnownNames.of(clips.captions()));
    }

    /** One over the root of the caption's clips, scaled to a mean of 1. */
    private static double[] clipWeights(CaptionedClips clips) {
        int[] counts = new int[clips.captions().size()];
        for (int caption : clips.captionOf()) {
            counts[caption]++;
        }
        double[] weights = new double[clips.clips()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / Math.sqrt(counts[clips.captionOf()[i]]);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    /** Meaning, then bag of words. */
    static Map<Integer, Float> bag(WordWeights words, List<String> text) {
        Map<Integer, Float> bag = words.bag(text);
        bag.replaceAll((index, weight) -> (float) (weight * BAG_LENGTH));
        return bag;
    }

    private static float[][] floats(DMatrixRMaj matrix) {
        float[][] rows = new float[matrix.numRows][matrix.numCols];
        for (int row = 0; row < matrix.numRows; row++) {
            for (int column = 0; column < matrix.numCols; column++) {
                rows[row][column] = (float) matrix.get(row, column);
            }
        }
        return rows;
    }

    private static float[] product(double[] row, DMatrixRMaj matrix) {
        float[] product = new float[matrix.numCols];
        for (int column = 0; column < matrix.numCols; column++) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * matrix.get(i, column);
            }
            product[column] = (float) sum;
        }
        return product;
    }
}
