package app.earmark.tagging;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Scores clips against any words, without a catalogue: one row of the clip × label matrix at a time. Immutable. */
public final class Classifier {

    private final LabelVectors labels;
    private final double logitScale;

    private Classifier(LabelVectors labels, double logitScale) {
        this.labels = labels;
        this.logitScale = logitScale;
    }

    /**
     * @param labels in the person's words; a label the vocabulary knows is described by its prompts, any other by itself.
     *     Blank ones and repetitions are left out
     * @param logitScale the pack's factor on cosines before the softmax, above 0
     * @throws IllegalArgumentException if no label is left
     * @throws EncoderFailure if the pack's text model can't be run
     */
    public static Classifier of(List<String> labels, Vocabulary vocabulary, TextEncoder text, double logitScale)
            throws EncoderFailure {
        List<VocabularyLabel> described = labels.stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .map(label -> described(label, vocabulary))
                .toList();
        if (described.isEmpty()) {
            throw new IllegalArgumentException("there is no label to compare with");
        }
        if (!(logitScale > 0)) {
            throw new IllegalArgumentException("the logit scale must be above 0, not " + logitScale);
        }
        return new Classifier(LabelVectors.of(described, text), logitScale);
    }

    /** The labels, as asked for and in that order. */
    public List<String> labels() {
        return labels.labels().stream().map(VocabularyLabel::label).toList();
    }

    /**
     * @param joint a clip's unit-length joint vector
     * @return a score for each label, in their order
     */
    public List<LabelScore> classify(float[] joint) {
        double[] cosines = labels.cosines(joint);
        double[] probabilities = softmax(cosines, logitScale);
        List<LabelScore> scores = new ArrayList<>(cosines.length);
        for (int i = 0; i < cosines.length; i++) {
            scores.add(new LabelScore(labels.labels().get(i).label(), cosines[i], probabilities[i]));
        }
        return scores;
    }

    private static VocabularyLabel described(String label, Vocabulary vocabulary) {
        List<String> prompts =
                vocabulary.find(label).map(VocabularyLabel::prompts).orElse(List.of(label));
        return new VocabularyLabel(label, prompts, true, false);
    }

    private static double[] softmax(double[] cosines, double scale) {
        // the largest logit is taken off first, so that no exponential overflows
        double top = DoubleStream.of(cosines).max().orElse(0);
        double[] weights =
                DoubleStream.of(cosines).map(c -> Math.exp(scale * (c - top))).toArray();
        double sum = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(w -> w / sum).toArray();
    }
}
