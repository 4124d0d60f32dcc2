package app.earmark.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the windows of a clip begin.
 *
 * <p>Windows follow one another without gaps; of more than {@code most}, an evenly spread choice is kept with the first
 * and the last in it. The last window of a clip ends where the clip ends, and so overlaps the one before it. A clip
 * shorter than a window is one window.
 */
final class WindowStarts {

    private WindowStarts() {}

    /**
     * @param frames length of the clip, at least 1
     * @param windowFrames length of a window, at least 1
     * @param most at least 1
     * @return first frames, rising
     */
    static List<Long> of(long frames, long windowFrames, int most) {
        long windows = (frames + windowFrames - 1) / windowFrames;
        return spread(windows, most).stream()
                .map(index -> Math.max(0, Math.min(index * windowFrames, frames - windowFrames)))
                .toList();
    }

    /** Numbers of the windows to keep, rising: all, or {@code most} evenly spread with the first and the last. */
    static List<Long> spread(long windows, int most) {
        int kept = (int) Math.min(windows, most);
        List<Long> indexes = new ArrayList<>(kept);
        for (int i = 0; i < kept; i++) {
            indexes.add(kept == 1 ? 0 : Math.round(i * (windows - 1.0) / (kept - 1)));
        }
        return indexes;
    }
}
