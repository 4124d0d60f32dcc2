package app.earmark.library;

import java.util.OptionalDouble;

/**
 * What one source says about one label of a clip, before precedence is applied.
 *
 * @param asserted true if the source stands by the label; false for a model's guess or a person's rejection
 */
public record TagClaim(String label, TagSource source, OptionalDouble score, boolean asserted) {}
