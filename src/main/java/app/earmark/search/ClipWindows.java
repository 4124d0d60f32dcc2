package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.VectorScorer;
import app.earmark.library.WindowVector;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors of the windows of those clips that have several. The windows of a clip lie side by side. One thread at a time
 * changes them; scores may be asked for meanwhile.
 */
final class ClipWindows implements AutoCloseable {

    /** Half a gigabyte of 512 values each. Clips beyond it are found by their own vectors alone. */
    static final int MOST = 1_000_000;

    private static final int NOBODY = -1;

    /** @param first index of the first window */
    private record Range(int first, int count) {}

    private final VectorScorer vectors;
    private final int most;
    private final Map<Integer, Range> rangeOf = new HashMap<>();
    private final Map<Integer, Deque<Integer>> freeByCount = new HashMap<>();
    private int[] rowOf = new int[0];
    private float[] starts = new float[0];
    private float[] durations = new float[0];
    private int count;

    ClipWindows(VectorScorer vectors, int most) {
        this.vectors = vectors;
        this.most = most;
    }

    /**
     * What can be searched at one moment.
     *
     * @param rowOf row of the clip that each window is of, negative for nobody's
     */
    record Rows(int[] rowOf, float[] startSeconds, float[] durationSeconds) {

        static final Rows NONE = new Rows(new int[0], new float[0], new float[0]);

        int count() {
            return rowOf.length;
        }

        Moment moment(int window) {
            return new Moment(startSeconds[window], durationSeconds[window]);
        }
    }

    /** Cosines of the windows with a vector of the joint space; windows added since may follow. */
    float[] scores(float[] query) throws EncoderFailure {
        return vectors.scores(query);
    }

    Rows rows() {
        return new Rows(Arrays.copyOf(rowOf, count), Arrays.copyOf(starts, count), Arrays.copyOf(durations, count));
    }

    boolean fits(List<WindowVector> windows) {
        return windows.stream()
                .allMatch(
                        window -> window.joint().length == vectors.dimension() && ClipVectors.isFinite(window.joint()));
    }

    /** Replaces the windows of a clip. */
    void put(int row, List<WindowVector> windows) {
        remove(row);
        if (windows.isEmpty()) {
            return;
        }
        Deque<Integer> free = freeByCount.get(windows.size());
        int first = free == null || free.isEmpty() ? count : free.pop();
        if (first == count) {
            if (count + windows.size() > most) {
                return;
            }
            makeRoom(count + windows.size());
            count += windows.size();
        }
        rangeOf.put(row, new Range(first, windows.size()));
        for (int i = 0; i < windows.size(); i++) {
            WindowVector window = windows.get(i);
            vectors.put(first + i, window.joint());
            rowOf[first + i] = row;
            starts[first + i] = (float) window.startSeconds();
            durations[first + i] = (float) window.durationSeconds();
        }
    }

    void remove(int row) {
        Range range = rangeOf.remove(row);
        if (range != null) {
            Arrays.fill(rowOf, range.first(), range.first() + range.count(), NOBODY);
            freeByCount.computeIfAbsent(range.count(), n -> new ArrayDeque<>()).push(range.first());
        }
    }

    private void makeRoom(int needed) {
        if (needed > rowOf.length) {
            int room = Math.max(needed, Math.max(1024, rowOf.length + rowOf.length / 2));
            rowOf = Arrays.copyOf(rowOf, room);
            starts = Arrays.copyOf(starts, room);
            durations = Arrays.copyOf(durations, room);
        }
    }

    @Override
    public void close() {
        vectors.close();
    }
}
