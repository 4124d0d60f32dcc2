package app.earmark.learning;

import java.util.Arrays;
import java.util.Optional;

/**
 * Chooses how scores become probabilities: not at all on little evidence, by {@link PlattScaling} on some, by {@link
 * IsotonicRegression} on much.
 */
public final class Calibrator {

    /** So many confirmed and so many rejected clips at least. */
    public static final int LEAST = 5;
    /** From so many of each on, a staircase is no longer bumpier than it is right. */
    public static final int MANY = 100;

    private Calibrator() {}

    /**
     * @param scores by heads that did not see the clip
     * @param holds what a person said
     * @return empty where there is too little evidence
     */
    public static Optional<Calibration> fit(double[] scores, boolean[] holds) {
        int confirmed = 0;
        for (boolean h : holds) {
            confirmed += h ? 1 : 0;
        }
        int fewer = Math.min(confirmed, holds.length - confirmed);
        if (fewer < LEAST || Arrays.stream(scores).anyMatch(Double::isNaN)) {
            return Optional.empty();
        }
        return Optional.of(
                fewer < MANY ? PlattScaling.fit(scores, holds) : IsotonicRegression.fitCautiously(scores, holds));
    }
}
