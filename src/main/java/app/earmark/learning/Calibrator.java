package app.earmark.learning;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses how scores become probabilities: not at all on little evidence, by {@link PlattScaling} on some, by {@link
 * IsotonicRegression} on much where that is nearer to the truth. Probabilities that are no nearer to the truth than the mere share
 * of confirmed clips (Brier score, cross-validated) say nothing, and are none.
 */
public final class Calibrator {

    /** So many confirmed and so many rejected clips at least. */
    public static final int LEAST = 5;
    /** From so many of each on, a staircase may be no bumpier than it is right. */
    public static final int MANY = 100;

    private static final int FOLDS = 5;

    private Calibrator() {}

    /**
     * @param scores by heads that did not see the clip
     * @param holds what a person said
     * @return empty where there is too little evidence, or the scores don't tell
     */
    public static Optional<Calibration> fit(double[] scores, boolean[] holds) {
        return best(scores, holds).map(curve -> curve.fit(scores, holds));
    }

    /** Each clip's probability by such a curve fitted without it; empty where {@link #fit} is. */
    public static Optional<double[]> heldOut(double[] scores, boolean[] holds) {
        return best(scores, holds).map(curve -> heldOut(curve, scores, holds));
    }

    private enum Curve {
        SHARE,
        PLATT,
        ISOTONIC;

        Calibration fit(double[] scores, boolean[] holds) {
            if (this == ISOTONIC) {
                return IsotonicRegression.fitCautiously(scores, holds);
            }
            return PlattScaling.fit(this == SHARE ? new double[scores.length] : scores, holds);
        }
    }

    private static Optional<Curve> best(double[] scores, boolean[] holds) {
        int confirmed =
                (int) IntStream.range(0, holds.length).filter(i -> holds[i]).count();
        int fewer = Math.min(confirmed, holds.length - confirmed);
        if (fewer < LEAST || Arrays.stream(scores).anyMatch(Double::isNaN)) {
            return Optional.empty();
        }
        Curve best = Curve.SHARE;
        double least = CalibrationError.brier(heldOut(Curve.SHARE, scores, holds), holds);
        for (Curve curve : fewer < MANY ? new Curve[] {Curve.PLATT} : new Curve[] {Curve.PLATT, Curve.ISOTONIC}) {
            double error = CalibrationError.brier(heldOut(curve, scores, holds), holds);
            if (error < least) {
                best = curve;
                least = error;
            }
        }
        return best == Curve.SHARE ? Optional.empty() : Optional.of(best);
    }

    private static double[] heldOut(Curve curve, double[] scores, boolean[] holds) {
        int[] foldOf = folds(holds);
        double[] probabilities = new double[scores.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            int[] seen = IntStream.range(0, scores.length)
                    .filter(i -> foldOf[i] != tested)
                    .toArray();
            boolean[] seenHold = new boolean[seen.length];
            for (int i = 0; i < seen.length; i++) {
                seenHold[i] = holds[seen[i]];
            }
            Calibration fitted =
                    curve.fit(IntStream.of(seen).mapToDouble(i -> scores[i]).toArray(), seenHold);
            for (int i = 0; i < scores.length; i++) {
                if (foldOf[i] == fold) {
                    probabilities[i] = fitted.probability(curve == Curve.SHARE ? 0 : scores[i]);
                }
            }
        }
        return probabilities;
    }

    /** Each with its share of the confirmed clips. */
    private static int[] folds(boolean[] holds) {
        int[] foldOf = new int[holds.length];
        int[] next = new int[2];
        for (int i = 0; i < holds.length; i++) {
            foldOf[i] = next[holds[i] ? 1 : 0]++ % FOLDS;
        }
        return foldOf;
    }
}
