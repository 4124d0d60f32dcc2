package app.earmark.library;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A label of a taxonomy, and how the model is to look for it.
 *
 * @param parent the label it stands under, in the same taxonomy
 * @param prompts short descriptions of how it sounds; where there is none, the label itself
 * @param threshold least score for the model to assert it; the taxonomy's rule where absent. Means a probability once the
 *     label's scores are calibrated, a cosine until then
 * @param heard whether it can be heard at all; if not, the model never asserts it
 */
public record TaxonomyLabel(
        String label, Optional<String> parent, List<String> prompts, OptionalDouble threshold, boolean heard) {

    public TaxonomyLabel {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A label needs at least one letter.");
        }
        prompts = List.copyOf(prompts);
    }

    /** A label that can be heard, under none, with its taxonomy's threshold. */
    public static TaxonomyLabel of(String label, List<String> prompts) {
        return new TaxonomyLabel(label, Optional.empty(), prompts, OptionalDouble.empty(), true);
    }
}
