package app.earmark.library;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When the model asserts labels of a taxonomy; the pack's own rule decides what is absent here.
 *
 * @param threshold least cosine
 * @param topK most labels asserted of one clip
 * @param margin greatest distance, in cosine, from the clip's best label
 */
public record AssertionRule(OptionalDouble threshold, OptionalInt topK, OptionalDouble margin) {

    /** Leaves everything to the pack. */
    public static final AssertionRule OF_PACK =
            new AssertionRule(OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty());
}
