package app.earmark.embed;

import app.earmark.library.PackId;
import java.util.Map;

/**
 * The part of a {@code pack.json} that the rest of the program reads.
 *
 * @param logitScale factor on cosines before a softmax over labels
 * @param tagging parameters of the rule by which labels are asserted, by name
 */
public record PackDescription(
        PackId packId,
        String name,
        String licence,
        String credit,
        String hash,
        int jointDimension,
        int acousticDimension,
        double logitScale,
        Map<String, Double> tagging) {

    public PackDescription {
        tagging = Map.copyOf(tagging);
    }
}
