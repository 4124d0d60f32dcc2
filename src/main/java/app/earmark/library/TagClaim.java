package app.earmark.library;

import java.util.OptionalDouble;

/**
 * What one source says about one label of a clip, before precedence is applied.
 *
 * @param score the cosine, for a model's claim
 * @param probability that the label holds, where the model's scores of it were calibrated on what persons said
 * @param asserted true if the source stands by the label; false for a model's guess or a person's rejection
 */
public record TagClaim(
        String label, TagSource source, OptionalDouble score, OptionalDouble probability, boolean asserted) {

    /** A claim without a probability. */
    public TagClaim(String label, TagSource source, OptionalDouble score, boolean asserted) {
        this(label, source, score, OptionalDouble.empty(), asserted);
    }
}
