package app.earmark.library;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When the model asserts labels of a taxonomy; the pack's own rule decides what is absent here. A threshold is the person's
 * word on when to believe the labels, and replaces all of the pack's rule, its count too.
 *
 * @param threshold least cosine
 * @param topK most labels asserted of one clip
 * @param margin greatest distance, in cosine, from the clip's best label of the taxonomy
 */
public record AssertionRule(OptionalDouble threshold, OptionalInt topK, OptionalDouble margin) {

    /** Leaves everything to the pack. */
    public static final AssertionRule OF_PACK =
            new AssertionRule(OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty());
}
