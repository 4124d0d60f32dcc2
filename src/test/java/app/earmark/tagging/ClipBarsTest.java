package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.library.AssertionRule;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The bars that a clip's cosines have to clear, by hand: CatIDs of 0.9, 0.5, 0.3 and 0.3 have mean 0.5 and deviation √0.06. */
class ClipBarsTest {

    private static final double DEVIATION = Math.sqrt(0.06);
    private static final List<VocabularyLabel> LABELS =
            List.of(catId("A"), own("mine"), catId("B"), catId("C"), catId("D"), unheard("Z"));
    private static final double[] COSINES = {0.9, 0.95, 0.5, 0.3, 0.3, 1};

    @Test
    void meanDeviationAndTopAreOfTheCatIdsThatCanBeHeardAlone() {
        ClipBars bars = bars(new TagRule(0, 0, 0, 9));
        assertThat(bars.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(bars.deviation()).isCloseTo(DEVIATION, within(1e-12));
        assertThat(bars.top()).isEqualTo(0.9);
    }

    @Test
    void eachBarIsInclusiveAndCountsByItself() {
        assertThat(clears(new TagRule(0.39 / DEVIATION, 0, 0, 9), 0.9)).isTrue();
        assertThat(clears(new TagRule(0.41 / DEVIATION, 0, 0, 9), 0.9)).isFalse();
        assertThat(clears(new TagRule(-9, 0.9, 0, 9), 0.9)).isTrue();
        assertThat(clears(new TagRule(-9, 0.91, 0, 9), 0.9)).isFalse();
        assertThat(clears(new TagRule(-9, 0, 0.5, 9), 0.71)).isTrue();
        assertThat(clears(new TagRule(-9, 0, 0.5, 9), 0.69)).isFalse();
    }

    @Test
    void whereAllAreAlikeNothingStandsOut() {
        List<VocabularyLabel> two = List.of(catId("A"), catId("B"));
        ClipBars bars = ClipBars.of(new TagRule(0, 0, 0, 9), two, new double[] {0.4, 0.4});
        assertThat(bars.clears(two.get(0), 0.4)).isFalse();
    }

    @Test
    void aMarginIsMeasuredFromTheBestOfItsTaxonomyAndReplacesTheShareOfTheTop() {
        AssertionRule margin = new AssertionRule(OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.of(0.1));
        List<VocabularyLabel> labels =
                List.of(catId("A"), inTaxonomy("x", margin), inTaxonomy("y", margin), catId("B"));
        ClipBars bars = ClipBars.of(new TagRule(-9, 0, 1, 9), labels, new double[] {0.9, 0.6, 0.55, 0.1});
        assertThat(bars.clears(labels.get(2), 0.501)).isTrue();
        assertThat(bars.clears(labels.get(2), 0.499)).isFalse();
    }

    private static boolean clears(TagRule rule, double cosine) {
        return bars(rule).clears(LABELS.get(0), cosine);
    }

    private static ClipBars bars(TagRule rule) {
        return ClipBars.of(rule, LABELS, COSINES);
    }

    private static VocabularyLabel catId(String label) {
        return new VocabularyLabel(label, List.of(label), true, true);
    }

    private static VocabularyLabel own(String label) {
        return new VocabularyLabel(label, List.of(label), true, false);
    }

    private static VocabularyLabel unheard(String label) {
        return new VocabularyLabel(label, List.of(label), false, true);
    }

    private static VocabularyLabel inTaxonomy(String label, AssertionRule rule) {
        return new VocabularyLabel(label, List.of(label), true, false, OptionalDouble.empty(), "arena", rule);
    }
}
