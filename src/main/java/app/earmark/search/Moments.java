package app.earmark.search;

import app.earmark.search.ClipWindows.Rows;
import java.util.Arrays;

/**
 * How the windows of long clips take part in a ranking. A clip counts with its own cosine or that of its best window,
 * whichever is higher, but the best of n windows is higher by chance alone: by the expected maximum of n draws from a
 * normal distribution, in standard deviations of windows about the mean of their clip. That much is taken off it, so that a
 * clip is not found for being long, while one in which a single window stands out is found by it. See
 * docs/decisions/0007-moments-in-ranking.md.
 *
 * @param cosines what each clip's row counts with
 * @param windowOf best window of each row, negative where the clip has one window only
 */
record Moments(float[] cosines, int[] windowOf) {

    private static final int NONE = -1;

    /**
     * @param clips cosine of each row
     * @param windows cosine of each window
     * @param ranked whether windows count in the ranking, or are only named
     */
    static Moments of(float[] clips, float[] windows, Rows rows, boolean ranked) {
        int[] windowOf = new int[clips.length];
        Arrays.fill(windowOf, NONE);
        float[] counted = ranked ? clips.clone() : clips;
        int count = Math.min(windows.length, rows.count());
        double deviation = ranked ? deviation(windows, rows, count) : 0;
        for (int first = 0; first < count; ) {
            int end = end(rows, first, count);
            int row = rows.rowOf()[first];
            if (row >= 0 && row < clips.length) {
                int best = best(windows, first, end);
                windowOf[row] = best;
                if (ranked) {
                    double allowance = deviation * ExpectedMaximum.of(end - first);
                    counted[row] = (float) Math.max(clips[row], windows[best] - allowance);
                }
            }
            first = end;
        }
        return new Moments(counted, windowOf);
    }

    /** Standard deviation of cosines within clips. */
    private static double deviation(float[] windows, Rows rows, int count) {
        double squares = 0;
        long freedom = 0;
        for (int first = 0; first < count; ) {
            int end = end(rows, first, count);
            if (rows.rowOf()[first] >= 0) {
                double sum = 0;
                for (int i = first; i < end; i++) {
                    sum += windows[i];
                }
                double mean = sum / (end - first);
                for (int i = first; i < end; i++) {
                    squares += (windows[i] - mean) * (windows[i] - mean);
                }
                freedom += end - first - 1;
            }
            first = end;
        }
        return freedom == 0 ? 0 : Math.sqrt(squares / freedom);
    }

    private static int end(Rows rows, int first, int count) {
        int end = first + 1;
        while (end < count && rows.rowOf()[end] == rows.rowOf()[first]) {
            end++;
        }
        return end;
    }

    private static int best(float[] windows, int first, int end) {
        int best = first;
        for (int i = first + 1; i < end; i++) {
            best = windows[i] > windows[best] ? i : best;
        }
        return best;
    }
}
