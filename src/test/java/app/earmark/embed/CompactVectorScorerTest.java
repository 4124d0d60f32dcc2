package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactVectorScorerTest {

    private static final int DIMENSION = 512;

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {1, CompactVectorScorer.CHUNK, CompactVectorScorer.CHUNK + 1, 9000})
    void scoresAreThoseOfTheProductWithinItsRounding(int rows) throws EncoderFailure {
        float[][] vectors = new float[rows][];
        try (CompactVectorScorer scorer = new CompactVectorScorer(DIMENSION)) {
            for (int row = 0; row < rows; row++) {
                vectors[row] = unit();
                scorer.put(row, vectors[row]);
            }
            float[] query = unit();
            float[] scores = scorer.scores(query);
            assertThat(scores).hasSize(rows);
            double squares = 0;
            for (int row = 0; row < rows; row++) {
                float exact = product(query, vectors[row]);
                assertThat(scores[row]).isCloseTo(exact, within(0.006f));
                squares += (scores[row] - exact) * (scores[row] - exact);
            }
            assertThat(Math.sqrt(squares / rows)).isLessThan(0.0015);
            assertThat(scorer.scores(vectors[0])[0]).isCloseTo(1, within(0.006f));
        }
    }

    @Test
    void extremeValuesDoNotOverflow() throws EncoderFailure {
        float[] ones = new float[DIMENSION];
        Arrays.fill(ones, (float) (1 / Math.sqrt(DIMENSION)));
        float[] negative = new float[DIMENSION];
        Arrays.fill(negative, -ones[0]);
        try (CompactVectorScorer scorer = new CompactVectorScorer(DIMENSION)) {
            scorer.put(0, ones);
            scorer.put(1, negative);
            scorer.put(2, new float[DIMENSION]);
            assertThat(scorer.scores(ones)).containsExactly(new float[] {1, -1, 0}, within(1e-4f));
            scorer.put(0, negative);
            assertThat(scorer.scores(ones)).containsExactly(new float[] {-1, -1, 0}, within(1e-4f));
        }
    }

    @Test
    void refusesWhatDoesNotFit() throws EncoderFailure {
        CompactVectorScorer scorer = new CompactVectorScorer(DIMENSION);
        assertThatThrownBy(() -> scorer.put(1, unit())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> scorer.put(0, new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.scores(new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThat(scorer.scores(unit())).isEmpty();
        scorer.close();
        assertThatThrownBy(() -> scorer.scores(unit())).isInstanceOf(IllegalStateException.class);
    }

    private float[] unit() {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static float product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return (float) sum;
    }
}
