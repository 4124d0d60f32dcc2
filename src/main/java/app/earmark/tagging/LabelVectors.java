package app.earmark.tagging;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels as vectors of one pack: the unit-length mean of a label's prompts, so that its cosine with a clip is a dot
 * product. Immutable.
 */
public final class LabelVectors {

    private final List<VocabularyLabel> labels;
    private final float[][] vectors;

    private LabelVectors(List<VocabularyLabel> labels, float[][] vectors) {
        this.labels = labels;
        this.vectors = vectors;
    }

    /**
     * Encodes every prompt; seconds for a whole vocabulary unless {@code prompts} remembers them.
     *
     * @throws EncoderFailure if the pack's text model can't be run
     */
    public static LabelVectors of(List<VocabularyLabel> labels, TextEncoder prompts) throws EncoderFailure {
        List<float[]> vectors = new ArrayList<>(labels.size());
        for (VocabularyLabel label : labels) {
            vectors.add(meanOf(label.prompts(), prompts));
        }
        return new LabelVectors(List.copyOf(labels), vectors.toArray(float[][]::new));
    }

    public List<VocabularyLabel> labels() {
        return labels;
    }

    /** Unit-length vector of the label at this place, shape [joint dimension]. */
    public float[] vector(int label) {
        return vectors[label].clone();
    }

    /**
     * @param joint a clip's unit-length joint vector
     * @return cosine with each label, in the order of {@link #labels()}
     * @throws IllegalArgumentException if the vector is of another length than the labels': it is another pack's
     */
    public double[] cosines(float[] joint) {
        double[] cosines = new double[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            cosines[i] = dot(vectors[i], joint);
        }
        return cosines;
    }

    /** Cosine with the label at this place. */
    public double cosine(int label, float[] joint) {
        return dot(vectors[label], joint);
    }

    private static float[] meanOf(List<String> prompts, TextEncoder encoder) throws EncoderFailure {
        float[] first = encoder.encode(prompts.get(0));
        double[] sum = new double[first.length];
        add(sum, first);
        for (String prompt : prompts.subList(1, prompts.size())) {
            add(sum, encoder.encode(prompt));
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        // prompts that cancel each other say nothing; a zero vector has cosine 0 with everything
        double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] * scale);
        }
        return mean;
    }

    private static void add(double[] sum, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }

    private static double dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors of " + a.length + " and " + b.length + " values");
        }
        // four sums, so that the additions need not wait for each other
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += (double) a[i] * b[i];
            s1 += (double) a[i + 1] * b[i + 1];
            s2 += (double) a[i + 2] * b[i + 2];
            s3 += (double) a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += (double) a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
