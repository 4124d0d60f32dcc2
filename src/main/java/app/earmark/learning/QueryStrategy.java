package app.earmark.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * What to ask a person about next: the likeliest, the least certain, and, among those that are likely enough, the ones
 * farthest from everything asked so far (greedy k-center, Gonzalez 1985).
 */
public final class QueryStrategy {

    private QueryStrategy() {}

    /**
     * Rows, each farthest from those before it and from what is known.
     *
     * @param candidates rows to choose from
     * @param vectors unit length
     * @param known vectors that need not be asked about
     * @param most how many rows to choose
     */
    public static List<Integer> farthest(List<Integer> candidates, float[][] vectors, List<float[]> known, int most) {
        double[] nearest = new double[candidates.size()];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = -1;
            for (float[] k : known) {
                nearest[i] = Math.max(nearest[i], LinearScore.dot(vectors[candidates.get(i)], k));
            }
        }
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(most, nearest.length)) {
            int next = -1;
            for (int i = 0; i < nearest.length; i++) {
                if (nearest[i] < 2 && (next < 0 || nearest[i] < nearest[next])) {
                    next = i;
                }
            }
            chosen.add(candidates.get(next));
            nearest[next] = 2;
            for (int i = 0; i < nearest.length; i++) {
                if (nearest[i] < 2) {
                    nearest[i] = Math.max(
                            nearest[i], LinearScore.dot(vectors[candidates.get(i)], vectors[candidates.get(next)]));
                }
            }
        }
        return chosen;
    }
}
