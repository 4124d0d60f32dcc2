package app.earmark.teaching;

import app.earmark.library.ClipId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A clip to ask a person about.
 *
 * @param similarity cosine with the label's prompts; absent for a label that has none
 * @param probability that the label holds, once calibrated
 * @param alike clips that sound the same and are left out for this one, nearest first
 */
public record Proposal(
        ClipId clip, Reason reason, OptionalDouble similarity, OptionalDouble probability, List<ClipId> alike) {

    public Proposal {
        alike = List.copyOf(alike);
    }

    /** Why it is asked about. */
    public enum Reason {
        /** The label probably holds. */
        LIKELY,
        /** The model is least sure of it. */
        UNCERTAIN,
        /** It is likely enough, and unlike every clip judged so far. */
        DIFFERENT
    }
}
