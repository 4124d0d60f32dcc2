package app.earmark.teaching;

import app.earmark.library.ClipId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Why the model says what it says about a label of a clip.
 *
 * @param similarity cosine with the label's prompts
 * @param probability that the label holds, once calibrated
 * @param likeConfirmed how many confirmed clips sound like this one, as in "12 confirmed clips like this": they are nearer
 *     to it than the nearest rejected clip, and at least as near as confirmed clips usually are to each other
 * @param confirmed the nearest confirmed clips, nearest first
 * @param rejected the nearest rejected clips, nearest first
 */
public record Explanation(
        String label,
        ClipId clip,
        OptionalDouble similarity,
        OptionalDouble probability,
        int likeConfirmed,
        List<Neighbour> confirmed,
        List<Neighbour> rejected) {

    public Explanation {
        confirmed = List.copyOf(confirmed);
        rejected = List.copyOf(rejected);
    }

    /** @param similarity cosine of the acoustic vectors */
    public record Neighbour(ClipId clip, double similarity) {}
}
