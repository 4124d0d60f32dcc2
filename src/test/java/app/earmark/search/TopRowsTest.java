package app.earmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ExactVectorScorer;
import app.earmark.embed.VectorScorer;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;

class TopRowsTest {

    @Property
    void picksWhatSortingWouldPick(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> values, @ForAll @IntRange(max = 70) int k) {
        float[] scores = new float[values.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = values.get(i);
        }
        int[] expected = IntStream.range(0, scores.length)
                .filter(row -> row % 3 != 1)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(TopRows.of(scores, k, row -> row % 3 != 1)).containsExactly(expected);
    }

    @Example
    void theMatrixProductAgreesWithTheLoop() throws EncoderFailure {
        Random random = new Random(7);
        int dimension = 37;
        try (VectorScorer matrix = new ExactVectorScorer(dimension);
                VectorScorer loop = new PlainVectorScorer(dimension)) {
            for (int row = 0; row < 400; row++) {
                float[] vector = gaussian(random, dimension);
                matrix.put(row, vector);
                loop.put(row, vector);
            }
            float[] query = gaussian(random, dimension);
            assertThat(matrix.scores(query)).containsExactly(loop.scores(query), Assertions.withPrecision(1e-4f));
        }
    }

    private static float[] gaussian(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
