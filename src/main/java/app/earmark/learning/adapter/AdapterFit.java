package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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
     * @param clips at least two, of at least two captions that the text model has read; the words of the others take part
     * @throws CancelledWork between two steps
     */
    public static NameAdapter fit(CaptionedClips clips, Progress progress) throws CancelledWork {
        WordWeights words =
                WordWeights.of(clips.captions().stream().map(Caption::words).toList());
        double[] clipWeights = clipWeights(clips);
        AudioMoments audio = AudioMoments.of(clips.acoustic(), clipWeights, progress);
        RidgeSide bags =
                new RidgeSide(audio, RIDGE, TextMoments.ofWords(clips, clipWeights, audio.mean(), words, progress));
        RidgeSide meanings = meanings(clips, clipWeights, audio, progress);
        DMatrixRMaj square = meanings.square(progress);
        CommonOps_DDRM.addEquals(square, bags.square(progress));
        progress.throwIfCancelled();
        DMatrixRMaj directions = RankReduction.directions(audio.scatter(), square, RANK);
        progress.throwIfCancelled();
        DMatrixRMaj ofMeanings = meanings.transposedTimes(directions);
        DMatrixRMaj ofWords = bags.transposedTimes(directions);
        DMatrixRMaj audioMap = meanings.times(ofMeanings);
        CommonOps_DDRM.addEquals(audioMap, bags.times(ofWords));
        DMatrixRMaj textMap = new DMatrixRMaj(ofMeanings.numRows + ofWords.numRows, directions.numCols);
        CommonOps_DDRM.insert(ofMeanings, textMap, 0, 0);
        CommonOps_DDRM.insert(ofWords, textMap, ofMeanings.numRows, 0);
        double[] textMean = DoubleStream.concat(Arrays.stream(meanings.mean()), Arrays.stream(bags.mean()))
                .toArray();
        return new NameAdapter(
                floats(audioMap),
                product(audio.mean(), audioMap),
                words,
                floats(textMap),
                product(textMean, textMap),
                KnownNames.of(clips.captions().stream().filter(Caption::isRead).toList()));
    }

    /** The text model reads slowly, so of many captions it has read some only: all that is known of meanings is learnt from those. */
    private static RidgeSide meanings(CaptionedClips clips, double[] clipWeights, AudioMoments audio, Progress progress)
            throws CancelledWork {
        if (clips.isAllRead()) {
            return new RidgeSide(audio, RIDGE, TextMoments.ofMeanings(clips, clipWeights, audio.mean(), progress));
        }
        int[] rows = clips.readRows();
        CaptionedClips read = clips.at(rows);
        double[] weights =
                Arrays.stream(rows).mapToDouble(row -> clipWeights[row]).toArray();
        AudioMoments heard = AudioMoments.of(read.acoustic(), weights, progress);
        return new RidgeSide(heard, RIDGE, TextMoments.ofMeanings(read, weights, heard.mean(), progress));
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
