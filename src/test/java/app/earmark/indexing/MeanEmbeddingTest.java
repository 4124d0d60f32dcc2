package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.embed.RawEmbedding;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanEmbeddingTest {

    private static final PackId PACK = new PackId("p", "1");

    @Test
    void isTheUnitLengthMeanOfTheWindowsInBothSpaces() {
        Embedding embedding = MeanEmbedding.of(
                PACK,
                List.of(
                        new RawEmbedding(new float[] {1, 0}, new float[] {0, 0, 2}),
                        new RawEmbedding(new float[] {0, 1}, new float[] {0, 0, 4})),
                List.of());

        float half = (float) Math.sqrt(0.5);
        assertThat(embedding.joint()).containsExactly(new float[] {half, half}, within(1e-6f));
        assertThat(embedding.acoustic()).containsExactly(new float[] {0, 0, 1}, within(1e-6f));
    }

    @Test
    void keepsOneArrayForAPackWithOneSpace() {
        float[] vector = {3, 4};

        Embedding embedding = MeanEmbedding.of(PACK, List.of(new RawEmbedding(vector, vector)), List.of());

        assertThat(embedding.joint()).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(embedding.acoustic()).isSameAs(embedding.joint());
    }

    @Test
    void isNeverNaNWhenWindowsCancelOut() {
        assertThat(MeanEmbedding.unitMean(List.of(new float[] {1, 0}, new float[] {-1, 0})))
                .containsExactly(1, 0);
    }
}
