package app.earmark.tagging;

import java.util.List;

/**
 * A label the model may give.
 *
 * @param label a CatID or a person's own label
 * @param prompts one or more short descriptions of how it sounds
 * @param heard whether it can be heard at all; one that can't is never asserted nor guessed from audio
 * @param catId whether {@code label} is a CatID
 */
public record VocabularyLabel(String label, List<String> prompts, boolean heard, boolean catId) {

    public VocabularyLabel {
        prompts = List.copyOf(prompts);
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException(label + " has no prompt");
        }
    }
}
