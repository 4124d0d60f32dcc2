package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.AssertionRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TagRuleTest {

    private final TagRule rule = new TagRule(2, 0.3, 0.8, 2);

    /** Twenty labels of cosine 0.1 and 0.12, and what stands out of them at the front. */
    private final List<VocabularyLabel> labels = new ArrayList<>();

    private final List<Double> cosines = new ArrayList<>();

    TagRuleTest() {
        for (int i = 0; i < 20; i++) {
            add("Common" + i, 0.1 + 0.02 * (i % 2), true, true);
        }
    }

    @Test
    void assertsWhatStandsOutAndGuessesTheNextBest() {
        add("Dog", 0.8, true, true);
        assertThat(asserted()).containsExactly("Dog");
        assertThat(guesses()).hasSize(5).doesNotContain("Dog").allMatch(l -> l.startsWith("Common"));
    }

    @Test
    void assertsNothingWhereNothingStandsOut() {
        assertThat(asserted()).isEmpty();
        assertThat(guesses()).hasSize(5);
    }

    @Test
    void assertsNothingForAPackThatDoesNotSayWhenToBelieveALabel() {
        add("Dog", 1, true, true);
        TagRule.Decision decision = TagRule.of(Map.of())
                .decide(
                        labels,
                        cosines.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(decision.asserted()).isEmpty();
        assertThat(decision.guesses()).hasSize(5);
    }

    @Test
    void assertsNothingThatStandsOutButIsNotSimilar() {
        add("Dog", 0.29, true, true);
        assertThat(asserted()).isEmpty();
        assertThat(guesses()).startsWith("Dog");
    }

    @Test
    void assertsNothingWhereEverythingIsSimilar() {
        Collections.fill(cosines, 0.9);
        assertThat(asserted()).isEmpty();
    }

    @Test
    void assertsASecondLabelOnlyIfItComesCloseToTheBest() {
        add("Dog", 0.9, true, true);
        add("Cat", 0.7, true, true);
        assertThat(asserted()).containsExactly("Dog");
        assertThat(guesses()).startsWith("Cat");
        cosines.set(cosines.size() - 1, 0.8);
        assertThat(asserted()).containsExactly("Dog", "Cat");
    }

    @Test
    void assertsNoMoreCatIdsThanAllowed() {
        add("Cat", 0.88, true, true);
        add("Dog", 0.9, true, true);
        add("Wolf", 0.89, true, true);
        assertThat(asserted()).containsExactly("Dog", "Wolf");
        assertThat(guesses()).startsWith("Cat");
    }

    @Test
    void neitherAssertsNorGuessesWhatCannotBeHeard() {
        add("WorkInProgress", 0.95, false, true);
        add("Dog", 0.8, true, true);
        assertThat(asserted()).containsExactly("Dog");
        assertThat(guesses()).doesNotContain("WorkInProgress");
    }

    @Test
    void letsAnOwnLabelInWithoutChangingWhatTheCatIdsGet() {
        add("Dog", 0.8, true, true);
        add("Wolf", 0.78, true, true);
        add("my dog Rex", 0.99, true, false);
        add("my cat", 0.3, true, false);
        assertThat(asserted()).containsExactly("my dog Rex", "Dog", "Wolf");
    }

    @Test
    void takesItsParametersFromThePackAndNamesOneThatIsMissing() {
        Map<String, Double> given =
                new HashMap<>(Map.of("minStandardised", 2.0, "minCosine", 0.3, "shareOfTop", 0.8, "mostLabels", 2.0));
        assertThat(TagRule.of(given)).isEqualTo(rule);
        given.remove("shareOfTop");
        assertThatThrownBy(() -> TagRule.of(given)).hasMessageContaining("shareOfTop");
    }

    @Property
    void neverAssertsAndGuessesTheSameLabelAndRanksBoth(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1, max = 1) Double> any) {
        List<VocabularyLabel> all = new ArrayList<>();
        for (int i = 0; i < any.size(); i++) {
            all.add(new VocabularyLabel("L" + i, List.of("l" + i), i % 5 != 0, i % 7 != 0));
        }
        double[] values = any.stream().mapToDouble(Double::doubleValue).toArray();
        TagRule.Decision decision = rule.decide(all, values);
        assertThat(Collections.disjoint(decision.asserted(), decision.guesses()))
                .isTrue();
        for (List<Integer> list : List.of(decision.asserted(), decision.guesses())) {
            assertThat(list).isSortedAccordingTo((a, b) -> Double.compare(values[b], values[a]));
            assertThat(list).allMatch(i -> all.get(i).heard());
        }
    }

    @Test
    void believesAPersonsThresholdWhateverThePackSays() {
        own("roar", OptionalDouble.of(0.2), AssertionRule.OF_PACK, 0.25);
        own("growl", OptionalDouble.of(0.3), AssertionRule.OF_PACK, 0.25);
        assertThat(asserted()).containsExactly("roar");
        assertThat(named(decideBy(TagRule.of(Map.of())).asserted())).containsExactly("roar");
    }

    @Test
    void takesATaxonomysThresholdForLabelsWithoutOne() {
        AssertionRule rule = new AssertionRule(OptionalDouble.of(0.2), OptionalInt.empty(), OptionalDouble.empty());
        own("roar", OptionalDouble.empty(), rule, 0.25);
        own("growl", OptionalDouble.of(0.3), rule, 0.25);
        assertThat(named(decideBy(TagRule.of(Map.of())).asserted())).containsExactly("roar");
    }

    @Test
    void assertsNoMoreOfATaxonomyThanItsTopK() {
        AssertionRule rule = new AssertionRule(OptionalDouble.of(0.2), OptionalInt.of(2), OptionalDouble.empty());
        own("roar", OptionalDouble.empty(), rule, 0.25);
        own("growl", OptionalDouble.empty(), rule, 0.27);
        own("clang", OptionalDouble.empty(), rule, 0.26);
        assertThat(asserted()).containsExactly("growl", "clang");
    }

    @Test
    void assertsWhatComesWithinTheMarginOfTheTaxonomysBest() {
        AssertionRule rule = new AssertionRule(OptionalDouble.of(0.2), OptionalInt.empty(), OptionalDouble.of(0.05));
        add("Dog", 0.9, true, true);
        own("roar", OptionalDouble.empty(), rule, 0.24);
        own("growl", OptionalDouble.empty(), rule, 0.28);
        own("clang", OptionalDouble.empty(), rule, 0.22);
        assertThat(asserted()).containsExactly("Dog", "growl", "roar");
    }

    @Test
    void letsAMarginStandForTheShareOfTheTopAndKeepsThePacksOtherBars() {
        AssertionRule rule = new AssertionRule(OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.of(0.3));
        add("Dog", 0.9, true, true);
        own("roar", OptionalDouble.empty(), rule, 0.6);
        own("growl", OptionalDouble.empty(), rule, 0.29);
        assertThat(asserted()).containsExactly("Dog", "roar");
        assertThat(named(decideBy(TagRule.of(Map.of())).asserted())).isEmpty();
    }

    @Test
    void countsNoCatIdThatAPersonSetAThresholdFor() {
        add("Dog", 0.9, true, true);
        add("Wolf", 0.89, true, true);
        labels.add(new VocabularyLabel(
                "Cat", List.of("cat"), true, true, OptionalDouble.of(0.5), "A", AssertionRule.OF_PACK));
        cosines.add(0.95);
        assertThat(asserted()).containsExactly("Cat", "Dog", "Wolf");
    }

    @Test
    void neverAssertsWhatCannotBeHeardWhateverItsThreshold() {
        labels.add(new VocabularyLabel(
                "heading", List.of("heading"), false, false, OptionalDouble.of(0), "A", AssertionRule.OF_PACK));
        cosines.add(0.99);
        assertThat(asserted()).isEmpty();
        assertThat(guesses()).doesNotContain("heading");
    }

    private void own(String label, OptionalDouble threshold, AssertionRule ofTaxonomy, double cosine) {
        labels.add(new VocabularyLabel(label, List.of(label), true, false, threshold, "A", ofTaxonomy));
        cosines.add(cosine);
    }

    private TagRule.Decision decideBy(TagRule other) {
        return other.decide(labels, values());
    }

    private double[] values() {
        return cosines.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void add(String label, double cosine, boolean heard, boolean catId) {
        labels.add(new VocabularyLabel(label, List.of(label), heard, catId));
        cosines.add(cosine);
    }

    private List<String> asserted() {
        return named(decide().asserted());
    }

    private List<String> guesses() {
        return named(decide().guesses());
    }

    private TagRule.Decision decide() {
        return rule.decide(
                labels, cosines.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<String> named(List<Integer> indices) {
        return indices.stream().map(i -> labels.get(i).label()).toList();
    }
}
