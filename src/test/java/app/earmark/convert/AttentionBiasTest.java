package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rolled windows must not see of each other; the vectors of small towers hardly show how much they do. */
class AttentionBiasTest {

    private static final int SIDE = 16;
    private static final int WINDOW = 8;
    private static final int TOKENS = WINDOW * WINDOW;

    @Test
    void tokensOfOtherRegionsAreMaskedByTenThousandAndNothingElseIs() throws Exception {
        float[] mask = values(AttentionBias.mask(SIDE, WINDOW, WINDOW / 2));

        assertThat(mask).hasSize(4 * TOKENS * TOKENS).containsOnly(0, -1e4f);
        assertThat(count(mask, 0)).as("the first window lies in one region").isEqualTo(TOKENS * TOKENS);
        assertThat(count(mask, 1)).as("the second in two halves").isEqualTo(TOKENS * TOKENS / 2);
        assertThat(count(mask, 2)).as("the third in two halves").isEqualTo(TOKENS * TOKENS / 2);
        assertThat(count(mask, 3)).as("the last in four quarters").isEqualTo(TOKENS * TOKENS / 4);
    }

    /** Pairs of a window's tokens that see each other. */
    private static int count(float[] mask, int window) {
        int seen = 0;
        for (int i = window * TOKENS * TOKENS; i < (window + 1) * TOKENS * TOKENS; i++) {
            seen += mask[i] == 0 ? 1 : 0;
        }
        return seen;
    }

    private static float[] values(FloatTensor tensor) throws Exception {
        List<Float> all = new ArrayList<>();
        tensor.values().writeTo((values, count) -> {
            for (int i = 0; i < count; i++) {
                all.add(values[i]);
            }
        });
        float[] found = new float[all.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = all.get(i);
        }
        return found;
    }
}
