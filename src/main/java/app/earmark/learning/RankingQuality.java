package app.earmark.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well scores put the examples of a label before the others. Scores that are equal count as one step, so that their
 * order does not matter.
 */
public final class RankingQuality {

    private RankingQuality() {}

    /**
     * Weighted average precision, Σ (Rₙ − Rₙ₋₁) Pₙ over falling thresholds, as scikit-learn's {@code
     * average_precision_score}; absent if no example holds.
     */
    public static OptionalDouble averagePrecision(double[] scores, boolean[] holds, double[] weights) {
        Integer[] order = falling(scores);
        double all = IntStream.range(0, scores.length)
                .filter(i -> holds[i])
                .mapToDouble(i -> weights[i])
                .sum();
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double right = 0;
        double seen = 0;
        double sum = 0;
        for (int i = 0; i < order.length; ) {
            double before = right;
            double score = scores[order[i]];
            for (; i < order.length && scores[order[i]] == score; i++) {
                right += holds[order[i]] ? weights[order[i]] : 0;
                seen += weights[order[i]];
            }
            sum += seen > 0 ? (right - before) * right / seen : 0;
        }
        return OptionalDouble.of(sum / all);
    }

    /** The same with every example counting the same. */
    public static OptionalDouble averagePrecision(double[] scores, boolean[] holds) {
        double[] ones = new double[scores.length];
        Arrays.fill(ones, 1);
        return averagePrecision(scores, holds, ones);
    }

    /**
     * The threshold with the best F1; half-way to the next lower score, so that a clip like the last one passes. Absent
     * if no example holds.
     */
    public static OptionalDouble bestThreshold(double[] scores, boolean[] holds) {
        Integer[] order = falling(scores);
        int all = (int) IntStream.range(0, holds.length).filter(i -> holds[i]).count();
        double best = 0;
        OptionalDouble threshold = OptionalDouble.empty();
        int right = 0;
        for (int i = 0; i < order.length; i++) {
            right += holds[order[i]] ? 1 : 0;
            double next = i + 1 < order.length ? scores[order[i + 1]] : scores[order[i]];
            if (i + 1 < order.length && next == scores[order[i]]) {
                continue;
            }
            double f1 = 2.0 * right / (i + 1 + all);
            if (f1 > best) {
                best = f1;
                threshold = OptionalDouble.of((scores[order[i]] + next) / 2);
            }
        }
        return threshold;
    }

    private static Integer[] falling(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        return order;
    }
}
