package app.earmark.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void saysNothingOnLittleEvidence() {
        double[] scores = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        boolean[] fourHold = {false, false, false, false, false, true, true, true, true};
        assertThat(Calibrator.fit(scores, fourHold)).isEmpty();
    }

    @Test
    void choosesTheCurveByTheEvidence() {
        assertThat(calibrated(6 * Calibrator.LEAST)).isInstanceOf(PlattScaling.class);
        assertThat(calibrated(8 * Calibrator.MANY)).isInstanceOf(PlattScaling.class);
        assertThat(stepped(8 * Calibrator.MANY)).isInstanceOf(IsotonicRegression.class);
    }

    @Test
    void neverPromisesCertainty() {
        for (int n : new int[] {6 * Calibrator.LEAST, 8 * Calibrator.MANY}) {
            Calibration calibration = calibrated(n);
            assertThat(calibration.probability(4)).isLessThan(1);
            assertThat(calibration.probability(-4)).isGreaterThan(0);
            assertThat(calibration.probability(2)).isGreaterThan(calibration.probability(-2));
        }
    }

    @Test
    void scoresThatTellNothingGiveNoProbabilityHoweverManyClipsAreConfirmed() {
        Random random = new Random(6);
        double[] scores = random.doubles(60).toArray();
        boolean[] holds = new boolean[60];
        Arrays.fill(holds, 0, 45, true);
        assertThat(Calibrator.fit(scores, holds)).isEmpty();
        assertThat(Calibrator.heldOut(scores, holds)).isEmpty();
    }

    @Test
    void probabilitiesHeldOutAreNearerToTheTruthThanTheMereShare() {
        Random random = new Random(3);
        boolean[] holds = new boolean[80];
        double[] scores = new double[80];
        for (int i = 0; i < 80; i++) {
            holds[i] = i % 4 == 0;
            scores[i] = random.nextGaussian() + (holds[i] ? 2 : 0);
        }
        double[] probabilities = Calibrator.heldOut(scores, holds).orElseThrow();
        assertThat(CalibrationError.brier(probabilities, holds)).isLessThan(0.25 * 0.75);
        double changed = probabilities[1];
        scores[1] = 9; // the curve that a clip is judged by is fitted without it
        assertThat(Calibrator.heldOut(scores, holds).orElseThrow()[1]).isGreaterThan(changed);
    }

    @Test
    void aFallingCurveGivesEveryClipTheSameProbability() {
        double[] scores = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
        boolean[] holds = {false, false, false, false, false, true, true, true, true, true};
        Calibration calibration = PlattScaling.fit(scores, holds);
        assertThat(calibration.probability(0))
                .isEqualTo(calibration.probability(9))
                .isCloseTo(0.5, within(1e-9));
        assertThatThrownBy(() -> PlattScaling.fit(scores, new boolean[10]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void errorsAreThoseOfTheTextbook() {
        double[] probabilities = {0.95, 0.95, 0.05, 0.55};
        boolean[] holds = {true, false, false, true};
        assertThat(CalibrationError.brier(probabilities, holds))
                .isCloseTo((0.0025 + 0.9025 + 0.0025 + 0.2025) / 4, within(1e-12));
        assertThat(CalibrationError.expected(probabilities, holds)).isCloseTo((0.9 + 0.05 + 0.45) / 4, within(1e-12));
    }

    @Test
    void theBestThresholdLetsPassWhatShould() {
        double[] scores = {0.9, 0.8, 0.4, 0.3};
        assertThat(RankingQuality.bestThreshold(scores, new boolean[] {true, true, false, false})
                        .orElseThrow())
                .isCloseTo(0.6, within(1e-12));
        assertThat(RankingQuality.bestThreshold(scores, new boolean[4])).isEmpty();
    }

    /** Three steps, which no logistic curve follows. */
    private static Calibration stepped(int n) {
        Random random = new Random(3);
        double[] scores = new double[n];
        boolean[] holds = new boolean[n];
        for (int i = 0; i < n; i++) {
            scores[i] = random.nextDouble();
            holds[i] = random.nextDouble() < (scores[i] < 0.3 ? 0.02 : scores[i] < 0.95 ? 0.5 : 0.98);
        }
        return Calibrator.fit(scores, holds).orElseThrow();
    }

    /** Half of them hold, and score a deviation or two higher. */
    private static Calibration calibrated(int n) {
        Random random = new Random(3);
        double[] scores = new double[n];
        boolean[] holds = new boolean[n];
        for (int i = 0; i < n; i++) {
            holds[i] = i % 2 == 0;
            scores[i] = random.nextGaussian() + (holds[i] ? 1 : -1);
        }
        return Calibrator.fit(scores, holds).orElseThrow();
    }
}
