package app.earmark.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rising function nearest to the examples in squares, by pooling adjacent violators; between its points it is linear,
 * outside of them constant, as scikit-learn's {@code IsotonicRegression(out_of_bounds="clip")}.
 *
 * @param scores rising
 * @param probabilities rising, one for each score
 */
public record IsotonicRegression(double[] scores, double[] probabilities) implements Calibration {

    /**
     * A staircase says 0 below its first step and 1 above its last, which no finite evidence supports; so one imagined
     * confirmed clip counts where the lowest score is, and one imagined rejected clip where the highest is.
     */
    public static IsotonicRegression fitCautiously(double[] scores, boolean[] holds) {
        int n = scores.length;
        double[] moreScores = Arrays.copyOf(scores, n + 2);
        boolean[] moreHold = Arrays.copyOf(holds, n + 2);
        moreScores[n] = Arrays.stream(scores).min().orElse(0);
        moreHold[n] = true;
        moreScores[n + 1] = Arrays.stream(scores).max().orElse(0);
        return fit(moreScores, moreHold);
    }

    public static IsotonicRegression fit(double[] scores, boolean[] holds) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((i, k) -> Double.compare(scores[i], scores[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] least = new double[order.length];
        double[] most = new double[order.length];
        double[] sum = new double[order.length];
        double[] count = new double[order.length];
        int blocks = 0;
        for (int i = 0; i < order.length; ) {
            double score = scores[order[i]];
            least[blocks] = score;
            most[blocks] = score;
            sum[blocks] = 0;
            count[blocks] = 0;
            for (; i < order.length && scores[order[i]] == score; i++) {
                sum[blocks] += holds[order[i]] ? 1 : 0;
                count[blocks]++;
            }
            blocks++;
            while (blocks > 1 && sum[blocks - 2] * count[blocks - 1] >= sum[blocks - 1] * count[blocks - 2]) {
                blocks--;
                most[blocks - 1] = most[blocks];
                sum[blocks - 1] += sum[blocks];
                count[blocks - 1] += count[blocks];
            }
        }
        double[] corners = new double[2 * blocks];
        double[] values = new double[2 * blocks];
        int corner = 0;
        for (int b = 0; b < blocks; b++) {
            corners[corner] = least[b];
            values[corner++] = sum[b] / count[b];
            if (most[b] > least[b]) {
                corners[corner] = most[b];
                values[corner++] = sum[b] / count[b];
            }
        }
        return new IsotonicRegression(Arrays.copyOf(corners, corner), Arrays.copyOf(values, corner));
    }

    @Override
    public double probability(double score) {
        int at = Arrays.binarySearch(scores, score);
        if (at >= 0) {
            return probabilities[at];
        }
        int above = -at - 1;
        if (above == 0) {
            return probabilities[0];
        }
        if (above == scores.length) {
            return probabilities[above - 1];
        }
        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]);
    }
}
