package app.earmark.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {

    private static final int DIMENSION = 32;
    private final Random random = new Random(11);

    @Test
    void aHeadRanksClipsItNeverSawBetterThanThePromptsDo() {
        Evidence evidence = evidence(12, 12, 300);
        HeadTrainer.Trained trained = new HeadTrainer().train(evidence, () -> false);
        double[] scores = new double[400];
        double[] similarities = new double[400];
        boolean[] holds = new boolean[400];
        for (int i = 0; i < 400; i++) {
            holds[i] = i % 10 == 0;
            similarities[i] = similarity(holds[i]);
            scores[i] = trained.head().score(clip(holds[i]), similarities[i]);
        }
        assertThat(RankingQuality.averagePrecision(scores, holds).orElseThrow())
                .isGreaterThan(0.9)
                .isGreaterThan(
                        RankingQuality.averagePrecision(similarities, holds).orElseThrow() + 0.2);
    }

    @Test
    void heldOutScoresPromiseLessThanScoresOfTrainingClips() {
        // labels by chance: nothing can be learnt, and only scores of training clips seem to say otherwise
        Evidence learnable = evidence(40, 40, 0);
        boolean[] byChance = new boolean[80];
        for (int i = 0; i < 80; i++) {
            byChance[i] = random.nextBoolean();
        }
        Evidence evidence =
                new Evidence(learnable.vectors(), new double[80], byChance, learnable.groups(), learnable.judged());
        HeadTrainer.Trained trained = new HeadTrainer().train(evidence, () -> false);
        double[] seen = IntStream.range(0, 80)
                .mapToDouble(i -> trained.head().score(evidence.vectors()[i], Double.NaN))
                .toArray();
        double share = RankingQuality.averagePrecision(new double[80], byChance).orElseThrow();
        assertThat(trained.averagePrecision().orElseThrow()).isCloseTo(share, within(0.2));
        assertThat(RankingQuality.averagePrecision(seen, byChance).orElseThrow())
                .isGreaterThan(share + 0.2);
    }

    @Test
    void takesOfOneSoundAreNeverOnBothSides() {
        boolean[] holds = new boolean[100];
        int[] groups = new int[100];
        for (int i = 0; i < 100; i++) {
            groups[i] = i / 4;
            holds[i] = groups[i] % 2 == 0;
        }
        int[] folds = Folds.stratified(holds, groups, 5, 1);
        for (int i = 0; i < 100; i++) {
            assertThat(folds[i]).isEqualTo(folds[i - i % 4]);
        }
        for (int fold = 0; fold < 5; fold++) {
            int tested = fold;
            assertThat(IntStream.range(0, 100)
                            .filter(i -> folds[i] == tested && holds[i])
                            .count())
                    .isBetween(8L, 12L);
        }
    }

    @Test
    void oneSoundConfirmedThriceTellsNothingAboutHeldOutClips() {
        Evidence evidence = evidence(3, 10, 50);
        int[] groups = evidence.groups().clone();
        Arrays.fill(groups, 0, 3, 0);
        HeadTrainer.Trained trained = new HeadTrainer()
                .train(
                        new Evidence(evidence.vectors(), evidence.similarities(), evidence.holds(), groups, 13),
                        () -> false);
        assertThat(trained.hasHeldOut()).isFalse();
    }

    @Test
    void aClipWithoutPromptsIsScoredByItsSoundAlone() {
        Evidence evidence = evidence(8, 8, 100);
        Arrays.fill(evidence.similarities(), Double.NaN);
        Head head = new HeadTrainer().train(evidence, () -> false).head();
        float[] clip = clip(true);
        assertThat(head.score(clip, Double.NaN))
                .isFinite()
                .isEqualTo(head.acousticOver().standardise(head.acoustic().of(clip)));
    }

    @Test
    void sameSoundsAreOneGroupAndTheFarthestIsAskedFirst() {
        float[][] vectors = {{1, 0}, {0.999f, 0.0447f}, {0, 1}, {-1, 0}};
        assertThat(SoundAlike.groups(vectors, 10)).containsExactly(0, 0, 1, 2);
        assertThat(QueryStrategy.farthest(List.of(1, 2, 3), vectors, List.of(vectors[0]), 2))
                .containsExactly(3, 2);
    }

    private Evidence evidence(int confirmed, int rejected, int background) {
        int n = confirmed + rejected + background;
        float[][] vectors = new float[n][];
        double[] similarities = new double[n];
        boolean[] holds = new boolean[n];
        for (int i = 0; i < n; i++) {
            // one in twenty of the background would hold if somebody asked
            boolean truth = i < confirmed || i >= confirmed + rejected && i % 20 == 0;
            holds[i] = i < confirmed;
            vectors[i] = clip(truth);
            similarities[i] = similarity(truth);
        }
        return new Evidence(vectors, similarities, holds, IntStream.range(0, n).toArray(), confirmed + rejected);
    }

    private double similarity(boolean holds) {
        return 0.1 * random.nextGaussian() + (holds ? 0.1 : 0);
    }

    /** Unit length; where the label holds, one direction is stronger. */
    private float[] clip(boolean holds) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] = (float) (random.nextGaussian() + (holds && d < 4 ? 2.5 : 0));
            squares += vector[d] * vector[d];
        }
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
