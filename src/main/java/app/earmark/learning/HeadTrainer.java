package app.earmark.learning;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Fits a {@link Head}. How strongly it is regularised is what has the best average precision in cross-validation,
 * background included. How much the pack's own similarity counts is not chosen so: a person judges what is similar, and
 * among those clips similarity looks worthless. The constants were measured on families of sounds
 * left out; see {@code docs/decisions/0016-learning.md}.
 */
public final class HeadTrainer {

    static final double BACKGROUND_WEIGHT = 0.1;
    private static final double[] INVERSE_REGULARISATIONS = {1e-3, 1e-2, 1e-1};
    private static final double SIMILARITY_WEIGHT = 1;
    /** The middle one first: it is kept unless another is noticeably better. */
    private static final int[] ORDER = {1, 0, 2};

    private static final int MOST_FOLDS = 5;
    private static final double CHOOSING = 1e-2;
    private static final double FITTING = 1e-4;
    /** So much better must another choice be than the first; less is chance. */
    private static final double NOTICEABLY = 0.01;

    private static final long SEED = 5;

    /**
     * What came of it.
     *
     * @param heldOut score of each row by a head that did not see it; empty where there was too little to leave out
     * @param averagePrecision of those scores
     * @param similarityAveragePrecision of the pack's own similarities, on the same rows
     */
    public record Trained(
            Head head,
            double inverseRegularisation,
            double[] heldOut,
            OptionalDouble averagePrecision,
            OptionalDouble similarityAveragePrecision) {

        /** Whether there are scores by heads that did not see the clip. */
        public boolean hasHeldOut() {
            return heldOut.length > 0;
        }
    }

    /**
     * @param stop asked often; the result is then worthless, and the caller throws it away
     * @throws IllegalArgumentException unless there is a confirmed clip, and a rejected or a background one
     */
    public Trained train(Evidence evidence, BooleanSupplier stop) {
        double[] weights = evidence.weights(BACKGROUND_WEIGHT);
        Examples examples = new Examples(evidence.vectors(), evidence.holds(), weights);
        double scale = scale(evidence);
        int folds = Math.min(MOST_FOLDS, groupsThatHold(evidence));
        Choice choice = folds < 2
                ? new Choice(INVERSE_REGULARISATIONS[1], new double[0], OptionalDouble.empty())
                : choose(evidence, examples, scale, folds, stop);
        LinearScore linear = fit(examples, evidence, scale, choice.inverseRegularisation(), null, FITTING, stop);
        double[] scores = new double[examples.count()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = linear.of(evidence.vectors()[i]);
        }
        Head head =
                new Head(linear, usual(scores, evidence), SIMILARITY_WEIGHT, usual(evidence.similarities(), evidence));
        return new Trained(
                head,
                choice.inverseRegularisation(),
                choice.heldOut(),
                choice.averagePrecision(),
                Arrays.stream(evidence.similarities()).anyMatch(Double::isNaN)
                        ? OptionalDouble.empty()
                        : RankingQuality.averagePrecision(evidence.similarities(), evidence.holds(), weights));
    }

    private record Choice(double inverseRegularisation, double[] heldOut, OptionalDouble averagePrecision) {}

    private Choice choose(Evidence evidence, Examples examples, double scale, int folds, BooleanSupplier stop) {
        int[] foldOf = Folds.stratified(evidence.holds(), evidence.groups(), folds, SEED);
        double[][] heldOut = new double[INVERSE_REGULARISATIONS.length][examples.count()];
        for (int fold = 0; fold < folds; fold++) {
            int tested = fold;
            int[] seen = IntStream.range(0, foldOf.length)
                    .filter(i -> foldOf[i] != tested)
                    .toArray();
            Examples training = examples.rows(seen);
            if (!training.hasBothClasses()) {
                continue;
            }
            LinearScore start = null;
            for (int c = 0; c < INVERSE_REGULARISATIONS.length; c++) {
                start = fit(training, evidence, scale, INVERSE_REGULARISATIONS[c], start, CHOOSING, stop);
                double[] scores = new double[examples.count()];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = start.of(evidence.vectors()[i]);
                }
                Spread usual = usual(scores, evidence);
                for (int i = 0; i < scores.length; i++) {
                    if (foldOf[i] == fold) {
                        heldOut[c][i] = usual.standardise(scores[i]);
                    }
                }
            }
        }
        return best(evidence, examples.weights(), heldOut);
    }

    private Choice best(Evidence evidence, double[] weights, double[][] heldOut) {
        Spread usual = usual(evidence.similarities(), evidence);
        Choice best = null;
        for (int c : ORDER) {
            double[] joined = heldOut[c].clone();
            for (int i = 0; i < joined.length; i++) {
                double similarity = evidence.similarities()[i];
                joined[i] += Double.isNaN(similarity) ? 0 : SIMILARITY_WEIGHT * usual.standardise(similarity);
            }
            OptionalDouble quality = RankingQuality.averagePrecision(joined, evidence.holds(), weights);
            if (best == null || quality.orElse(0) > best.averagePrecision().orElse(0) + NOTICEABLY) {
                best = new Choice(INVERSE_REGULARISATIONS[c], joined, quality);
            }
        }
        return best;
    }

    private static LinearScore fit(
            Examples examples,
            Evidence evidence,
            double scale,
            double inverseRegularisation,
            LinearScore start,
            double tolerance,
            BooleanSupplier stop) {
        Examples balanced = examples.balanced(evidence.judged());
        return new LogisticRegression(tolerance).fit(balanced, scale, inverseRegularisation, start, stop);
    }

    /** Over the background, or, where there is none, over what was judged. */
    private static Spread usual(double[] scores, Evidence evidence) {
        return Spread.of(scores, evidence.background() > 0 ? evidence.judged() : 0);
    }

    /** What brings the vectors to a variance of 1 in each of their values, so that all packs share the regularisations. */
    private static double scale(Evidence evidence) {
        int dimension = evidence.vectors()[0].length;
        double[] mean = new double[dimension];
        double squares = 0;
        for (float[] vector : evidence.vectors()) {
            for (int d = 0; d < dimension; d++) {
                mean[d] += vector[d] / evidence.vectors().length;
                squares += (double) vector[d] * vector[d];
            }
        }
        double ofMean = Arrays.stream(mean).map(m -> m * m).sum();
        double variance = (squares / evidence.vectors().length - ofMean) / dimension;
        return variance > 1e-12 ? 1 / Math.sqrt(variance) : 1;
    }

    private static int groupsThatHold(Evidence evidence) {
        return (int) IntStream.range(0, evidence.judged())
                .filter(i -> evidence.holds()[i])
                .map(i -> evidence.groups()[i])
                .distinct()
                .count();
    }
}
