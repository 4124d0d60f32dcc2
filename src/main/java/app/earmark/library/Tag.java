package app.earmark.library;

import java.util.OptionalDouble;

/**
 * A label that holds for a clip, after precedence was applied.
 *
 * @param label a CatID, or the person's own label
 * @param name the label for people, such as {@code DOORS-CREAK}; equals {@code label} for own labels
 * @param score the model's score where it has one, whoever asserted the tag
 * @param probability that it holds, where the model's scores of the label were calibrated on what persons said
 * @param source who asserted it
 */
public record Tag(String label, String name, OptionalDouble score, OptionalDouble probability, TagSource source) {

    /** A tag without a probability. */
    public Tag(String label, String name, OptionalDouble score, TagSource source) {
        this(label, name, score, OptionalDouble.empty(), source);
    }
}
