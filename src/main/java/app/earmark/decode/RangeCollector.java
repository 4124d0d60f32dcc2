package app.earmark.decode;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps given ranges of mono sound that streams by once. A range's memory is taken when its first frame comes, for as much
 * of it as the sound is expected to have; more is taken only as more comes.
 */
final class RangeCollector {

    /** Frames; what a header claims is believed up to here. */
    private static final int MOST_AT_ONCE = 1 << 21;

    private final List<SampleRange> ranges;
    private final float[][] held;
    private final long expectedFrames;
    private long position;
    private int firstOpen;

    /**
     * @param ranges starts and ends not falling; they may overlap and reach beyond the end
     * @param expectedFrames length of the sound as far as known
     */
    RangeCollector(List<SampleRange> ranges, long expectedFrames) {
        this.ranges = ranges;
        this.expectedFrames = expectedFrames;
        this.held = new float[ranges.size()][0];
    }

    void add(float[] mono, int count) {
        long end = position + count;
        while (firstOpen < held.length && ranges.get(firstOpen).end() <= position) {
            firstOpen++;
        }
        for (int i = firstOpen; i < held.length && ranges.get(i).start() < end; i++) {
            SampleRange range = ranges.get(i);
            int from = (int) Math.max(0, range.start() - position);
            int to = (int) Math.min(count, range.end() - position);
            if (from < to) {
                int at = (int) (position + from - range.start());
                if (held[i].length < at + to - from) {
                    held[i] = Arrays.copyOf(held[i], room(range, held[i].length, at + to - from));
                }
                System.arraycopy(mono, from, held[i], at, to - from);
            }
        }
        position = end;
    }

    private int room(SampleRange range, int had, int needed) {
        long wanted = had == 0 ? Math.min(MOST_AT_ONCE, expectedFrames - range.start()) : 2L * had;
        return (int) Math.min(range.length(), Math.max(needed, wanted));
    }

    long position() {
        return position;
    }

    /** Frames of the clip; empty if they were not kept. */
    Optional<Waveform> take(SampleRange wanted, SampleRate rate) {
        for (int i = 0; i < held.length; i++) {
            SampleRange range = ranges.get(i);
            if (range.start() <= wanted.start() && wanted.end() <= Math.min(range.end(), position)) {
                int from = (int) (wanted.start() - range.start());
                int to = (int) (wanted.end() - range.start());
                boolean all = from == 0 && to == held[i].length;
                return Optional.of(new Waveform(all ? held[i] : Arrays.copyOfRange(held[i], from, to), rate));
            }
        }
        return Optional.empty();
    }
}
