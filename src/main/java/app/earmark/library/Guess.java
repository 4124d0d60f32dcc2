package app.earmark.library;

import java.util.OptionalDouble;

/**
 * A label the model finds likely but does not assert.
 *
 * @param score the cosine
 * @param probability that it holds, where the model's scores of the label were calibrated on what persons said
 */
public record Guess(String label, String name, double score, OptionalDouble probability) {

    /** A guess without a probability. */
    public Guess(String label, String name, double score) {
        this(label, name, score, OptionalDouble.empty());
    }
}
