package app.earmark.teaching;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How good the model is at one label, by what persons said about it; each judged clip is scored by a head that did not see
 * it. The clips a person judges are no random sample, so figures are about clips like those.
 *
 * @param precision share of confirmed clips among the judged ones that the model asserts; absent if it asserts none
 * @param recall share of the confirmed clips that the model asserts
 * @param averagePrecision over all judged clips, by falling score
 * @param asserted judged clips that the model asserts at {@code threshold}
 * @param right of them, those a person confirmed
 * @param threshold least probability, once calibrated, at which the model asserts the label now
 * @param suggestedThreshold the probability at which F1 on judged clips is best; absent if there are too few
 * @param expectedCalibrationError mean distance between probability and share of confirmed clips, over ten bins
 * @param enough whether there are so many words that the figures mean something
 */
public record LabelReport(
        TaughtLabel label,
        OptionalDouble precision,
        OptionalDouble recall,
        OptionalDouble averagePrecision,
        int asserted,
        int right,
        OptionalDouble threshold,
        OptionalDouble suggestedThreshold,
        OptionalDouble expectedCalibrationError,
        List<Point> curve,
        boolean enough) {

    /** Fewer confirmed, or fewer rejected clips, say too little to be reported on without a warning. */
    public static final int LEAST = 10;

    public LabelReport {
        curve = List.copyOf(curve);
    }

    /** Precision and recall at one threshold. */
    public record Point(double threshold, double precision, double recall) {}
}
