package app.earmark.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers of scikit-learn 1.9.1, stored in {@code scikit-learn.json}. Vectors and weights here are float32, there float64. */
class ScikitLearnTest {

    private final ScikitLearn reference = ScikitLearn.read();

    @Test
    void fitsTheSameLogisticRegressionAtEveryRegularisation() {
        Examples examples = new Examples(reference.x(), reference.y(), reference.sampleWeights());
        for (ScikitLearn.Fit fit : reference.fits()) {
            LinearScore score = new LogisticRegression(1e-7).fit(examples, 1, fit.C(), null, () -> false);
            assertThat(score.bias()).isCloseTo(fit.bias(), within(1e-3 * (1 + Math.abs(fit.bias()))));
            for (int d = 0; d < fit.weights().length; d++) {
                assertThat((double) score.weights()[d])
                        .isCloseTo(fit.weights()[d], within(1e-3 * (1 + Math.abs(fit.weights()[d]))));
            }
        }
    }

    @Test
    void aScaleOfTheVectorsIsTheSameAsVectorsOfThatScale() {
        float[][] halved = new float[reference.x().length][];
        for (int i = 0; i < halved.length; i++) {
            halved[i] = reference.x()[i].clone();
            for (int d = 0; d < halved[i].length; d++) {
                halved[i][d] /= 2;
            }
        }
        ScikitLearn.Fit fit = reference.fits().get(1);
        LinearScore score = new LogisticRegression(1e-7)
                .fit(new Examples(halved, reference.y(), reference.sampleWeights()), 2, fit.C(), null, () -> false);
        for (int d = 0; d < fit.weights().length; d++) {
            assertThat((double) score.weights()[d] / 2).isCloseTo(fit.weights()[d], within(2e-4));
        }
    }

    @Test
    void aFitThatBeginsElsewhereEndsAtTheSamePlace() {
        Examples examples = new Examples(reference.x(), reference.y(), reference.sampleWeights());
        LogisticRegression regression = new LogisticRegression(1e-7);
        LinearScore far = regression.fit(examples, 3, 100, null, () -> false);
        LinearScore cold = regression.fit(examples, 3, 0.1, null, () -> false);
        LinearScore warm = regression.fit(examples, 3, 0.1, far, () -> false);
        assertThat(warm.bias()).isCloseTo(cold.bias(), within(2e-4));
        assertThat((double) warm.weights()[0]).isCloseTo(cold.weights()[0], within(2e-4));
    }

    @Test
    void fitsTheSameSigmoid() {
        PlattScaling platt = PlattScaling.fit(reference.scores(), reference.holds());
        assertThat(platt.a()).isCloseTo(reference.plattA(), within(1e-4));
        assertThat(platt.b()).isCloseTo(reference.plattB(), within(1e-4));
    }

    @Test
    void fitsTheSameStaircaseTiesIncluded() {
        IsotonicRegression isotonic = IsotonicRegression.fit(reference.scores(), reference.holds());
        for (int i = 0; i < reference.isotonicAt().length; i++) {
            assertThat(isotonic.probability(reference.isotonicAt()[i]))
                    .isCloseTo(reference.isotonic()[i], within(1e-9));
        }
    }

    @Test
    void findsTheSameAveragePrecision() {
        assertThat(RankingQuality.averagePrecision(reference.scores(), reference.holds())
                        .orElseThrow())
                .isCloseTo(reference.averagePrecision(), within(1e-12));
        assertThat(RankingQuality.averagePrecision(reference.scores(), reference.holds(), reference.weights())
                        .orElseThrow())
                .isCloseTo(reference.weightedAveragePrecision(), within(1e-12));
    }
}
