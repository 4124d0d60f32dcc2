package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactVectorScorerTest {

    private static final int DIMENSION = 12;

    private final Random random = new Random(7);
    private final List<float[]> rows = new ArrayList<>();
    private ExactVectorScorer scorer;

    @BeforeEach
    void open() throws EncoderFailure {
        scorer = new ExactVectorScorer(DIMENSION);
    }

    @AfterEach
    void close() {
        scorer.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 16_384, 16_385, 40_000})
    void scoresEveryRowOverAllChunks(int count) throws EncoderFailure {
        fill(count);
        float[] query = vector();

        float[] scores = scorer.scores(query);

        assertThat(scores).hasSize(count);
        for (int row = 0; row < count; row++) {
            assertThat(scores[row]).isCloseTo(product(query, rows.get(row)), within(1e-5f));
        }
    }

    @Test
    void withoutRowsThereIsNothingToFind() throws EncoderFailure {
        assertThat(scorer.scores(vector())).isEmpty();
        assertThat(scorer.top(vector(), 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 999, 1000, 2000})
    void theTopRowsAreThoseOfAFullSort(int k) throws EncoderFailure {
        fill(1000);
        float[] query = vector();

        assertThat(scorer.top(query, k))
                .isEqualTo(sorted(query, IntStream.range(0, 1000).toArray(), k));
    }

    @Test
    void onlyAllowedRowsAreFound() throws EncoderFailure {
        fill(40_000);
        BitSet allowed = new BitSet();
        random.ints(500, 0, 50_000).forEach(allowed::set);
        float[] query = vector();

        List<ScoredRow> found = scorer.top(query, 50, allowed);

        int[] existing = allowed.stream().filter(row -> row < 40_000).toArray();
        assertThat(found).isEqualTo(sorted(query, existing, 50));
    }

    @Test
    void amongEqualScoresTheLowerRowComesFirst() throws EncoderFailure {
        float[] same = vector();
        for (int i = 0; i < 100; i++) {
            scorer.put(i, same);
        }

        assertThat(scorer.top(same, 5)).extracting(ScoredRow::row).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aReplacedRowIsForgotten() throws EncoderFailure {
        fill(300);
        float[] other = vector();

        scorer.put(123, other);
        scorer.put(299, other);

        float[] scores = scorer.scores(other);
        assertThat(scorer.scores(new float[scorer.dimension()])).hasSize(300);
        assertThat(scores[123]).isCloseTo(product(other, other), within(1e-5f));
        assertThat(scores[299]).isEqualTo(scores[123]);
        assertThat(scores[124]).isCloseTo(product(other, rows.get(124)), within(1e-5f));
    }

    @Test
    void refusesGapsAndVectorsOfAnotherDimension() {
        assertThatThrownBy(() -> scorer.put(1, vector())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> scorer.put(-1, vector())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> scorer.put(0, new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.scores(new float[13])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readersSeeWholeRowsWhileAWriterReplacesThem() throws Exception {
        float[] ones = new float[DIMENSION];
        float[] twos = new float[DIMENSION];
        java.util.Arrays.fill(ones, 1);
        java.util.Arrays.fill(twos, 2);
        for (int i = 0; i < 2_000; i++) {
            scorer.put(i, ones);
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                readers.add(threads.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        for (float score : scorer.scores(ones)) {
                            assertThat(score == DIMENSION || score == 2 * DIMENSION)
                                    .isTrue();
                        }
                    }
                    return null;
                }));
            }
            for (int i = 0; i < 4_000; i++) {
                scorer.put(i, i % 3 == 0 ? ones : twos);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scorer.scores(new float[scorer.dimension()])).hasSize(4_000);
    }

    @Test
    void aClosedScorerRefusesInsteadOfCrashing() {
        fill(3);
        scorer.close();

        assertThatThrownBy(() -> scorer.scores(vector())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scorer.put(3, vector())).isInstanceOf(IllegalStateException.class);
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            rows.add(vector());
            scorer.put(i, rows.get(i));
        }
    }

    private List<ScoredRow> sorted(float[] query, int[] candidates, int k) throws EncoderFailure {
        float[] scores = scorer.scores(query);
        return IntStream.of(candidates)
                .mapToObj(row -> new ScoredRow(row, scores[row]))
                .sorted(Comparator.comparingDouble(ScoredRow::score)
                        .reversed()
                        .thenComparing(Comparator.comparingInt(ScoredRow::row)))
                .limit(k)
                .toList();
    }

    private float[] vector() {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian() / 4;
        }
        return vector;
    }

    private static float product(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
