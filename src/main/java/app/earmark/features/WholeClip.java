package app.earmark.features;

import app.earmark.dsp.SampleRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What of a long clip a fused reading needs: at most two frames for each shrunk one and three crops, however long the clip
 * is.
 */
final class WholeClip {

    private final ClapLogMelParameters parameters;
    private final long samples;
    private final FusedFrames shown;
    /** Rising, each once. */
    private final long[] frames;

    /** @param samples length of the clip, of more frames than a window has */
    WholeClip(ClapLogMelParameters parameters, long samples, ThirdsPick pick) {
        this.parameters = parameters;
        this.samples = samples;
        int window = parameters.frames();
        shown = FusedFrames.of(parameters.framesOf(samples), window, pick);
        LongStream crops = Arrays.stream(shown.crops()).flatMap(first -> LongStream.range(first, first + window));
        frames = LongStream.concat(LongStream.concat(Arrays.stream(shown.low()), Arrays.stream(shown.high())), crops)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Samples under the frames, with those that reflection at an end of the clip asks for. */
    List<SampleRange> parts() {
        long reach = parameters.frameLength() / 2 + 1;
        List<SampleRange> parts = new ArrayList<>();
        long start = -1;
        long end = -1;
        for (long frame : frames) {
            long from = Math.max(0, frame * parameters.hopLength() - reach);
            long to = Math.min(samples, frame * parameters.hopLength() + reach);
            if (from > end) {
                if (end > 0) {
                    parts.add(new SampleRange(start, end));
                }
                start = from;
            }
            end = to;
        }
        parts.add(new SampleRange(start, end));
        return parts;
    }

    FusedFrames shown() {
        return shown;
    }

    int frameCount() {
        return frames.length;
    }

    long frame(int slot) {
        return frames[slot];
    }

    int slot(long frame) {
        return Arrays.binarySearch(frames, frame);
    }

    /** Slot after the last of the frames that follow one another from {@code slot} on, {@code most} of them at most. */
    int endOfRun(int slot, int most) {
        int end = slot + 1;
        while (end < frames.length && end - slot < most && frames[end] == frames[end - 1] + 1) {
            end++;
        }
        return end;
    }
}
