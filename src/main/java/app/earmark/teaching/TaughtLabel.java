package app.earmark.teaching;

import app.earmark.library.LabelEvidence;
import java.util.Optional;

/**
 * Where a label stands.
 *
 * @param label as people spell it
 * @param evidence what persons said about it, in clips that the pack has listened to or not
 * @param lesson the one that counts; empty where the model's own rule decides
 */
public record TaughtLabel(String label, LabelEvidence evidence, Optional<Lesson> lesson) {

    /** Fewer confirmed clips teach nothing. */
    public static final int LEAST_CONFIRMED = 3;

    /** How many more clips have to be confirmed before anything is learnt. */
    public int confirmationsMissing() {
        return Math.max(0, LEAST_CONFIRMED - evidence.confirmed());
    }

    /** Whether the label's claims bear a probability. */
    public boolean calibrated() {
        return lesson.isPresent() && lesson.get().calibration() != Lesson.Calibration.NONE;
    }
}
