package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Windows of equal length, the last of which ends with the clip. Where they begin follows from the clip's length, which may turn
 * out other than its header said; the clip's end is therefore always kept at hand, and only if the number of windows
 * changes must the sound be read again.
 */
final class WindowCollector implements WindowKeeper {

    private final int windowFrames;
    private final int most;
    private final List<Long> starts;
    private final float[][] windows;
    private float[] tail = new float[4096];
    private long position;

    /** @param expectedFrames length of the clip as far as known, at least 1 */
    WindowCollector(long expectedFrames, int windowFrames, int most) {
        this.windowFrames = windowFrames;
        this.most = most;
        this.starts = WindowStarts.of(expectedFrames, windowFrames, most);
        this.windows = new float[starts.size()][];
    }

    @Override
    public void add(float[] mono, int count) {
        for (int i = 0; i < windows.length; i++) {
            long start = starts.get(i);
            int from = (int) Math.min(count, Math.max(0, start - position));
            int to = (int) Math.max(0, Math.min(count, start + windowFrames - position));
            if (from < to) {
                if (windows[i] == null) {
                    windows[i] = new float[0];
                }
                int at = (int) (position + from - start);
                if (windows[i].length < at + to - from) {
                    windows[i] = Arrays.copyOf(windows[i], grown(windows[i].length, at + to - from));
                }
                System.arraycopy(mono, from, windows[i], at, to - from);
            }
        }
        keepTail(mono, count);
        position += count;
    }

    private int grown(int length, int needed) {
        return Math.min(windowFrames, Math.max(needed, Math.max(4096, 2 * length)));
    }

    /** The last {@code windowFrames} samples, as a ring once there are more of them. */
    private void keepTail(float[] mono, int count) {
        long end = position + count;
        if (tail.length < windowFrames && end > tail.length) {
            tail = Arrays.copyOf(tail, grown(tail.length, (int) Math.min(end, windowFrames)));
        }
        for (int i = Math.max(0, count - tail.length); i < count; ) {
            int at = (int) ((position + i) % tail.length);
            int part = Math.min(count - i, tail.length - at);
            System.arraycopy(mono, i, tail, at, part);
            i += part;
        }
    }

    @Override
    public long frames() {
        return position;
    }

    @Override
    public Optional<List<ClipWindow>> windows(SampleRate rate) {
        List<Long> exact = WindowStarts.of(position, windowFrames, most);
        int length = (int) Math.min(position, windowFrames);
        List<ClipWindow> result = new ArrayList<>(exact.size());
        for (long start : exact) {
            int known = starts.indexOf(start);
            float[] samples;
            if (start == position - length) {
                samples = end(length);
            } else if (known >= 0 && windows[known] != null) {
                samples = Arrays.copyOf(windows[known], length);
                windows[known] = null;
            } else {
                return Optional.empty();
            }
            result.add(new ClipWindow(rate.secondsOf(start), new Waveform(samples, rate)));
        }
        return Optional.of(result);
    }

    private float[] end(int length) {
        float[] samples = new float[length];
        int at = (int) ((position - length) % tail.length);
        int part = Math.min(length, tail.length - at);
        System.arraycopy(tail, at, samples, 0, part);
        System.arraycopy(tail, 0, samples, part, length - part);
        return samples;
    }
}
