package app.earmark.search;

import java.util.function.IntPredicate;

/** Picks the rows with the highest scores. */
final class TopRows {

    private TopRows() {}

    /** At most {@code k} rows that are allowed, highest score first; equal scores in row order. */
    static int[] of(float[] scores, int k, IntPredicate allowed) {
        int size = 0;
        int[] heap = new int[Math.min(k, scores.length)]; // the worst of the chosen on top
        for (int row = 0; row < scores.length; row++) {
            if (size == heap.length && (size == 0 || scores[row] <= scores[heap[0]])) {
                continue;
            }
            if (!allowed.test(row)) {
                continue;
            }
            if (size < heap.length) {
                heap[size] = row;
                siftUp(heap, size++, scores);
            } else {
                heap[0] = row;
                siftDown(heap, size, scores);
            }
        }
        int[] sorted = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            sorted[i] = heap[0];
            heap[0] = heap[i];
            siftDown(heap, i, scores);
        }
        return sorted;
    }

    private static boolean worse(int a, int b, float[] scores) {
        return scores[a] < scores[b] || scores[a] == scores[b] && a > b;
    }

    private static void siftUp(int[] heap, int from, float[] scores) {
        int i = from;
        while (i > 0 && worse(heap[i], heap[(i - 1) / 2], scores)) {
            swap(heap, i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private static void siftDown(int[] heap, int size, float[] scores) {
        int i = 0;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && worse(heap[child + 1], heap[child], scores)) {
                child++;
            }
            if (!worse(heap[child], heap[i], scores)) {
                return;
            }
            swap(heap, i, child);
            i = child;
        }
    }

    private static void swap(int[] heap, int a, int b) {
        int t = heap[a];
        heap[a] = heap[b];
        heap[b] = t;
    }
}
