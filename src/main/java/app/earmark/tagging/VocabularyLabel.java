package app.earmark.tagging;

import app.earmark.library.AssertionRule;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A label the model may give.
 *
 * @param label a CatID or a person's own label
 * @param prompts one or more short descriptions of how it sounds, as they are encoded
 * @param heard whether it can be heard at all; one that can't is never asserted nor guessed from audio
 * @param catId whether {@code label} is a CatID
 * @param threshold the person's least score for this label; a cosine, or a probability once its scores are calibrated
 * @param taxonomy the name of the taxonomy that it is taken from; blank where a person's taxonomies don't mention it
 * @param rule that taxonomy's
 */
public record VocabularyLabel(
        String label,
        List<String> prompts,
        boolean heard,
        boolean catId,
        OptionalDouble threshold,
        String taxonomy,
        AssertionRule rule) {

    public VocabularyLabel {
        prompts = List.copyOf(prompts);
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException(label + " has no prompt");
        }
    }

    /** A label that the pack's rule alone decides on. */
    public VocabularyLabel(String label, List<String> prompts, boolean heard, boolean catId) {
        this(label, prompts, heard, catId, OptionalDouble.empty(), "", AssertionRule.OF_PACK);
    }

    /** The least cosine that a person set for it, or for its taxonomy. */
    public OptionalDouble leastCosine() {
        return threshold.isPresent() ? threshold : rule.threshold();
    }
}
