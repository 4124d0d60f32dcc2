package app.earmark.ui.tags;

import app.earmark.learning.Calibrator;
import app.earmark.ui.text.ClipText;
import java.util.OptionalDouble;

/** How sure the model is, in words: a probability once persons said enough about the label, its similarity until then. */
public final class ModelScore {

    private ModelScore() {}

    /** {@code 82 %}, {@code 0.31}, or a dash. */
    public static String brief(OptionalDouble score, OptionalDouble probability) {
        return probability.isPresent() ? percent(probability.getAsDouble()) : ClipText.score(score);
    }

    /** {@code 0.31 / 82 %}, as far as there is anything. */
    public static String both(OptionalDouble score, OptionalDouble probability) {
        if (probability.isEmpty()) {
            return ClipText.score(score);
        }
        String sure = percent(probability.getAsDouble());
        return score.isPresent() ? ClipText.score(score) + " / " + sure : sure;
    }

    /** For a tooltip. */
    public static String sentence(OptionalDouble score, OptionalDouble probability) {
        if (score.isEmpty() && probability.isEmpty()) {
            return "The model has no score for it.";
        }
        if (probability.isEmpty()) {
            return "The model's similarity, " + ClipText.score(score) + ". It becomes a probability once you confirmed "
                    + Calibrator.LEAST + " sounds and rejected as many.";
        }
        return "By what you confirmed and rejected, it holds in " + percent(probability.getAsDouble())
                + " of such cases" + (score.isPresent() ? "; similarity " + ClipText.score(score) : "") + ".";
    }

    /** {@code 82 %}; never quite none or all. */
    public static String percent(double share) {
        long hundredths = Math.round(share * 100);
        if (hundredths == 0 && share > 0) {
            return "< 1 %";
        }
        return hundredths == 100 && share < 1 ? "> 99 %" : hundredths + " %";
    }
}
