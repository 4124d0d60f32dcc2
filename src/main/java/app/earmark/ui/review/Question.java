package app.earmark.ui.review;

import app.earmark.library.Clip;
import app.earmark.library.ClipTags;
import java.util.OptionalDouble;

/**
 * A clip, and the label the model is unsure of.
 *
 * @param name the label for people
 * @param asserted whether the model stands by the label; false for a guess
 * @param score the model's similarity
 * @param probability that the label holds, once calibrated
 * @param doubt distance from where the model's yes begins; the smaller, the less sure
 */
public record Question(
        Clip clip,
        ClipTags tags,
        String label,
        String name,
        boolean asserted,
        OptionalDouble score,
        OptionalDouble probability,
        double doubt) {}
