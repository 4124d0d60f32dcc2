package app.earmark.teaching;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One version of what was learnt of a label.
 *
 * @param confirmed clips that it learnt from as examples
 * @param rejected clips that it learnt from as counterexamples
 * @param background unjudged clips that it took for weak counterexamples
 * @param averagePrecision of its scores of judged clips and background, each scored by a head that did not see it; absent
 *     where there were too few
 * @param zeroShotAveragePrecision the same of the pack's own similarity with the label's prompts
 */
public record Lesson(
        int version,
        Instant at,
        int confirmed,
        int rejected,
        int background,
        Calibration calibration,
        OptionalDouble averagePrecision,
        OptionalDouble zeroShotAveragePrecision) {

    /** How scores become probabilities. */
    public enum Calibration {
        /** Too little was said: scores are shown as they are. */
        NONE,
        /** A logistic curve with two parameters. */
        PLATT,
        /** A rising staircase. */
        ISOTONIC
    }
}
