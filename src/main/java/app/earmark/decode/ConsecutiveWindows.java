package app.earmark.decode;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Windows that follow one another, the last as long as what is left, each with its surroundings. Where they begin depends
 * on the clip's length only above the greatest number of windows; so a header that states a wrong length rarely means
 * reading the sound again.
 */
final class ConsecutiveWindows implements WindowKeeper {

    /** A rest shorter than this share of a window is left out: filled up, it would count as much as a whole window. */
    private static final int SHORTEST_SHARE = 100;

    private final int windowFrames;
    private final int most;
    private final int surroundings;
    private final RangeCollector collector;

    /**
     * @param expectedFrames length of the clip as far as known, at least 1
     * @param surroundings frames to keep on each side of a window
     */
    ConsecutiveWindows(long expectedFrames, int windowFrames, int most, int surroundings) {
        this.windowFrames = windowFrames;
        this.most = most;
        this.surroundings = surroundings;
        LongStream indexes = count(expectedFrames) <= most
                ? LongStream.range(0, most)
                : indexes(expectedFrames).stream().mapToLong(Long::longValue);
        collector = new RangeCollector(indexes.mapToObj(this::around).toList(), expectedFrames);
    }

    private SampleRange around(long index) {
        return new SampleRange(
                Math.max(0, index * windowFrames - surroundings), (index + 1) * windowFrames + surroundings);
    }

    private long count(long frames) {
        long whole = frames / windowFrames;
        boolean rest = (frames - whole * windowFrames) * SHORTEST_SHARE >= windowFrames;
        return Math.max(1, rest ? whole + 1 : whole);
    }

    /** All windows, or an evenly spread choice that keeps the first and the last. */
    private List<Long> indexes(long frames) {
        return WindowStarts.spread(count(frames), most);
    }

    @Override
    public void add(float[] mono, int count) {
        collector.add(mono, count);
    }

    @Override
    public long frames() {
        return collector.position();
    }

    @Override
    public Optional<List<ClipWindow>> windows(SampleRate rate) {
        List<ClipWindow> windows = new ArrayList<>();
        for (long index : indexes(frames())) {
            long start = index * windowFrames;
            SampleRange around = around(index);
            around = new SampleRange(around.start(), Math.min(around.end(), frames()));
            Optional<Waveform> sound = collector.take(around, rate);
            if (sound.isEmpty()) {
                return Optional.empty();
            }
            windows.add(new ClipWindow(rate.secondsOf(start), sound.get(), (int) (start - around.start()), (int)
                    Math.min(windowFrames, frames() - start)));
        }
        return Optional.of(windows);
    }
}
