package app.earmark.embed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps the k best of many scored rows: a binary heap whose root is the worst kept. Equal scores: lower row first. */
final class TopK {

    private final int[] rows;
    private final float[] scores;
    private int size;

    TopK(int k) {
        rows = new int[k];
        scores = new float[k];
    }

    void offer(int row, float score) {
        if (size < rows.length) {
            set(size, row, score);
            siftUp(size++);
        } else if (size > 0 && worse(rows[0], scores[0], row, score)) {
            set(0, row, score);
            siftDown(0);
        }
    }

    /** Best first; empties this. */
    List<ScoredRow> drain() {
        List<ScoredRow> drained = new ArrayList<>(size);
        while (size > 0) {
            drained.add(new ScoredRow(rows[0], scores[0]));
            size--;
            set(0, rows[size], scores[size]);
            siftDown(0);
        }
        Collections.reverse(drained);
        return drained;
    }

    private void siftUp(int start) {
        int i = start;
        while (i > 0 && worse(i, (i - 1) / 2)) {
            swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private void siftDown(int start) {
        int i = start;
        while (true) {
            int worst = i;
            for (int child = 2 * i + 1; child <= 2 * i + 2 && child < size; child++) {
                if (worse(child, worst)) {
                    worst = child;
                }
            }
            if (worst == i) {
                return;
            }
            swap(i, worst);
            i = worst;
        }
    }

    private boolean worse(int i, int j) {
        return worse(rows[i], scores[i], rows[j], scores[j]);
    }

    private static boolean worse(int row, float score, int otherRow, float otherScore) {
        return score < otherScore || score == otherScore && row > otherRow;
    }

    private void set(int i, int row, float score) {
        rows[i] = row;
        scores[i] = score;
    }

    private void swap(int i, int j) {
        int row = rows[i];
        float score = scores[i];
        set(i, rows[j], scores[j]);
        set(j, row, score);
    }
}
