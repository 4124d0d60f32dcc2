package app.earmark.learning.adapter;

import java.util.Collection;
import java.util.Map;

/** What was learnt from a library's names: both sides of a small space in which its sounds lie near its words. */
public final class NameAdapter {

    private final float[][] audioMap;
    private final float[] audioShift;
    private final WordWeights words;
    private final float[][] textMap;
    private final float[] textShift;
    private final KnownNames names;

    /**
     * @param audioMap shape [acoustic dimension][rank]
     * @param audioShift the mean clip's image, shape [rank]
     * @param textMap of the meaning's values, then of the words; shape [meaning + words][rank]
     * @param textShift the mean caption's image, shape [rank]
     */
    NameAdapter(
            float[][] audioMap,
            float[] audioShift,
            WordWeights words,
            float[][] textMap,
            float[] textShift,
            KnownNames names) {
        this.audioMap = audioMap;
        this.audioShift = audioShift;
        this.words = words;
        this.textMap = textMap;
        this.textShift = textShift;
        this.names = names;
    }

    /** Values of an adapted vector. */
    public int rank() {
        return audioShift.length;
    }

    public int acousticDimension() {
        return audioMap.length;
    }

    public int meaningDimension() {
        return textMap.length - words.size();
    }

    /** The linear part of {@link #adapt}, row by row: shape [acoustic dimension · rank]. */
    public float[] audioMatrix() {
        float[] matrix = new float[audioMap.length * rank()];
        for (int row = 0; row < audioMap.length; row++) {
            System.arraycopy(audioMap[row], 0, matrix, row * rank(), rank());
        }
        return matrix;
    }

    /** A clip's unit-length vector, shape [rank]; from its acoustic vector. */
    public float[] adapt(float[] acoustic) {
        float[] image = new float[rank()];
        for (int i = 0; i < acoustic.length; i++) {
            addTo(image, audioMap[i], acoustic[i]);
        }
        return finish(image);
    }

    /** What follows the linear part: the shift and unit length, in place. */
    public float[] finish(float[] image) {
        return unitLength(image, audioShift);
    }

    /**
     * @param meaning the query's unit-length vector by the pack's text model
     * @param queryWords by {@link NameWords}
     */
    public AdaptedQuery query(float[] meaning, Collection<String> queryWords) {
        float[] image = new float[rank()];
        for (int i = 0; i < meaning.length; i++) {
            addTo(image, textMap[i], meaning[i]);
        }
        for (Map.Entry<Integer, Float> word : words.bag(queryWords).entrySet()) {
            addTo(image, textMap[meaning.length + word.getKey()], (float) (AdapterFit.BAG_LENGTH * word.getValue()));
        }
        return new AdaptedQuery(unitLength(image, textShift), names.trust(meaning));
    }

    private static void addTo(float[] sum, float[] row, float factor) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += row[k] * factor;
        }
    }

    private static float[] unitLength(float[] image, float[] shift) {
        double squares = 0;
        for (int k = 0; k < image.length; k++) {
            image[k] -= shift[k];
            squares += (double) image[k] * image[k];
        }
        float factor = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
        for (int k = 0; k < image.length; k++) {
            image[k] *= factor;
        }
        return image;
    }

    float[][] audioMap() {
        return audioMap;
    }

    float[] audioShift() {
        return audioShift;
    }

    WordWeights words() {
        return words;
    }

    float[][] textMap() {
        return textMap;
    }

    float[] textShift() {
        return textShift;
    }

    KnownNames names() {
        return names;
    }
}
