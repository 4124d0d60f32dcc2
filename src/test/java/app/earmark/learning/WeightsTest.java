package app.earmark.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much each example counts. */
class WeightsTest {

    @Test
    void evidenceCountsWhatWasJudgedAndWeighsTheRestLess() {
        Evidence evidence = new Evidence(
                new float[6][1], new double[6], new boolean[] {true, true, false, false, false, false}, new int[6], 3);
        assertThat(evidence.confirmed()).isEqualTo(2);
        assertThat(evidence.rejected()).isEqualTo(1);
        assertThat(evidence.background()).isEqualTo(3);
        assertThat(evidence.weights(0.25)).containsExactly(1, 1, 1, 0.25, 0.25, 0.25);
    }

    @Test
    void bothClassesCountTheSameHoweverManyThereAre() {
        Examples examples = new Examples(
                new float[5][1], new boolean[] {true, false, false, false, true}, new double[] {1, 1, 0.5, 0.5, 3});
        Examples balanced = examples.balanced(20);
        assertThat(balanced.weights()).containsExactly(new double[] {2.5, 5, 2.5, 2.5, 7.5}, within(1e-12));
        assertThat(balanced.holds()).isEqualTo(examples.holds());
    }

    @Test
    void oneClassAloneTeachesNothing() {
        for (boolean only : new boolean[] {false, true}) {
            Examples examples = new Examples(new float[2][1], new boolean[] {only, only}, new double[] {1, 1});
            assertThat(examples.hasBothClasses()).isFalse();
            assertThatThrownBy(() -> examples.balanced(2)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Examples(new float[2][1], new boolean[] {true, false}, new double[] {1, 1}).hasBothClasses())
                .isTrue();
        assertThat(new Examples(new float[2][1], new boolean[] {true, false}, new double[] {1, 0}).hasBothClasses())
                .isFalse();
    }

    @Test
    void rowsKeepTheirWordAndTheirWeight() {
        float[][] vectors = {{1}, {2}, {3}};
        Examples some =
                new Examples(vectors, new boolean[] {true, false, true}, new double[] {1, 2, 3}).rows(new int[] {2, 1});
        assertThat(some.vectors()).isDeepEqualTo(new float[][] {vectors[2], vectors[1]});
        assertThat(some.holds()).containsExactly(true, false);
        assertThat(some.weights()).containsExactly(3, 2);
    }

    @Test
    void whereTheSoundTellsNothingTheSimilarityDecidesHeldOutScores() {
        Random random = new Random(7);
        float[][] vectors = new float[60][8];
        double[] similarities = new double[60];
        boolean[] holds = new boolean[60];
        for (int i = 0; i < 60; i++) {
            for (int d = 0; d < 8; d++) {
                vectors[i][d] = (float) random.nextGaussian();
            }
            holds[i] = i % 3 == 0;
            similarities[i] = (holds[i] ? 0.5 : 0.1) + 0.001 * random.nextGaussian();
        }
        Evidence evidence = new Evidence(
                vectors, similarities, holds, IntStream.range(0, 60).toArray(), 60);
        HeadTrainer.Trained trained = new HeadTrainer().train(evidence, () -> false);
        assertThat(trained.similarityAveragePrecision().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(trained.averagePrecision().orElseThrow()).isGreaterThan(0.6);
        assertThat(RankingQuality.averagePrecision(trained.heldOut(), holds).orElseThrow())
                .isCloseTo(trained.averagePrecision().orElseThrow(), within(1e-9));
        assertThat(trained.head().score(vectors[1], 0.5))
                .isGreaterThan(trained.head().score(vectors[1], 0.1));
    }
}
