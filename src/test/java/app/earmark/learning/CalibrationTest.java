package app.earmark.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
        assertThat(calibrated(2 * Calibrator.LEAST)).isInstanceOf(PlattScaling.class);
        assertThat(calibrated(4 * Calibrator.MANY)).isInstanceOf(IsotonicRegression.class);
    }

    @Test
    void neverPromisesCertainty() {
        for (int n : new int[] {2 * Calibrator.LEAST, 4 * Calibrator.MANY}) {
            Calibration calibration = calibrated(n);
            assertThat(calibration.probability(4)).isLessThan(1);
            assertThat(calibration.probability(-4)).isGreaterThan(0);
            assertThat(calibration.probability(2)).isGreaterThan(calibration.probability(-2));
        }
    }

    @Test
    void scoresThatAreWorthlessGiveEveryClipTheSameProbability() {
        double[] scores = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
        boolean[] holds = {false, false, false, false, false, true, true, true, true, true};
        Calibration calibration = Calibrator.fit(scores, holds).orElseThrow();
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
