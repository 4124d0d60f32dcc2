package app.earmark.tagging;

import app.earmark.library.Embedding;
import java.util.OptionalDouble;
import java.util.Set;

/** What was learnt about labels from persons, beside what their prompts say. Implementations are immutable and thread-safe. */
public interface LearnedScores {

    /** Nothing was learnt yet. */
    LearnedScores NONE = new LearnedScores() {
        @Override
        public Set<String> labelKeys() {
            return Set.of();
        }

        @Override
        public OptionalDouble probability(String labelKey, Embedding clip, double cosine) {
            return OptionalDouble.empty();
        }

        @Override
        public String digest() {
            return "";
        }
    };

    /** The labels there is something about, in the form of {@link app.earmark.library.TagPrecedence#keyOf}. */
    Set<String> labelKeys();

    /**
     * How likely the label holds for the clip; empty if that can't be told of this one.
     *
     * @param cosine of the clip and the label's prompts
     */
    OptionalDouble probability(String labelKey, Embedding clip, double cosine);

    /** Differs whenever probabilities may differ; empty where nothing was learnt. */
    String digest();
}
