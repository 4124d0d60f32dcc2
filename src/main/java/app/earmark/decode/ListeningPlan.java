package app.earmark.decode;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import java.util.List;

/**
 * What of a clip to keep while it streams by.
 *
 * @param windowSeconds longest window, as the model wants it
 * @param most most windows
 * @param lastMayBeShorter the last window begins where the one before ends; otherwise it ends with the clip
 * @param surroundings frames to keep on each side of a window, where windows may be shorter
 * @param parts what else to keep
 */
public record ListeningPlan(
        double windowSeconds, int most, boolean lastMayBeShorter, Surroundings surroundings, Parts parts) {

    /** How far around a window resampling hears. */
    @FunctionalInterface
    public interface Surroundings {
        int frames(SampleRate rate);
    }

    /** Parts of a clip of so many frames, rising. */
    @FunctionalInterface
    public interface Parts {
        List<SampleRange> of(long frames, SampleRate rate);
    }

    /** Windows alone, the last of which ends with the clip. */
    public static ListeningPlan windows(double windowSeconds, int most) {
        return new ListeningPlan(windowSeconds, most, false, rate -> 0, (frames, rate) -> List.of());
    }
}
