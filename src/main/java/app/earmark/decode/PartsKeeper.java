package app.earmark.decode;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a {@link ListeningPlan.Parts} asks for. Which parts those are depends on the clip's exact length; a clip of up to
 * two minutes is therefore kept whole, and only a longer one whose header is wrong must be read again.
 */
final class PartsKeeper {

    private static final int KEPT_WHOLE_SECONDS = 120;

    private final ListeningPlan.Parts parts;
    private final SampleRate rate;
    private final RangeCollector collector;

    /** @param expectedFrames length of the clip as far as known, at least 1 */
    PartsKeeper(ListeningPlan.Parts parts, long expectedFrames, SampleRate rate) {
        this.parts = parts;
        this.rate = rate;
        long whole = rate.framesIn(KEPT_WHOLE_SECONDS);
        List<SampleRange> expected = parts.of(expectedFrames, rate);
        boolean keepWhole = expectedFrames <= whole && !parts.of(whole, rate).isEmpty();
        collector = new RangeCollector(keepWhole ? List.of(new SampleRange(0, whole)) : expected, expectedFrames);
    }

    void add(float[] mono, int count) {
        collector.add(mono, count);
    }

    /** The parts of what was seen; empty if it must be collected again, knowing its length. */
    Optional<List<ClipPart>> parts() {
        List<ClipPart> kept = new ArrayList<>();
        for (SampleRange range : parts.of(collector.position(), rate)) {
            Optional<Waveform> sound = collector.take(range, rate);
            if (sound.isEmpty()) {
                return Optional.empty();
            }
            kept.add(new ClipPart(range.start(), sound.get()));
        }
        return Optional.of(kept);
    }
}
