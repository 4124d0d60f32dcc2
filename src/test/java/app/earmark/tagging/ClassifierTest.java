package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.Taxonomy;
import app.earmark.ucs.UcsTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    private final WordEncoder text = new WordEncoder("sword", "clang", "crowd", "roar", "chain");
    private final Vocabulary vocabulary = Vocabulary.ofUcs(UcsTable.load());

    @Test
    void givesCosineAndSoftmaxProbabilityOfEachLabelInTheirOrder() throws Exception {
        Classifier classifier = Classifier.of(List.of("sword clang", "crowd roar", "chain"), vocabulary, text, 10);
        List<LabelScore> scores = classifier.classify(new float[] {0.6f, 0, 0, 0, 0.8f});

        assertThat(scores.stream().map(LabelScore::label)).containsExactly("sword clang", "crowd roar", "chain");
        double sword = 0.6 / Math.sqrt(2);
        assertThat(scores.get(0).similarity()).isCloseTo(sword, within(1e-6));
        assertThat(scores.get(1).similarity()).isZero();
        assertThat(scores.get(2).similarity()).isCloseTo(0.8, within(1e-6));
        double sum = Math.exp(10 * sword) + 1 + Math.exp(8);
        assertThat(scores.get(0).probability()).isCloseTo(Math.exp(10 * sword) / sum, within(1e-6));
        assertThat(scores.get(1).probability()).isCloseTo(1 / sum, within(1e-6));
    }

    @Test
    void probabilitiesSumToOneAtAnyLogitScale() throws Exception {
        for (double scale : new double[] {1e-3, 1, 100, 1e5}) {
            Classifier classifier = Classifier.of(List.of("sword", "crowd", "chain"), vocabulary, text, scale);
            double sum = classifier.classify(new float[] {1, 0, 0, 0, 0}).stream()
                    .mapToDouble(LabelScore::probability)
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void describesAKnownLabelByItsPrompts() throws Exception {
        Vocabulary own =
                vocabulary.with(List.of(Taxonomy.ofOwn(List.of(new OwnLabel("excalibur", List.of("sword", "clang"))))));
        Classifier classifier = Classifier.of(List.of("excalibur", "CHAINMisc"), own, text, 10);
        List<LabelScore> scores = classifier.classify(new float[] {0, 0, 0, 0, 1});
        assertThat(scores.get(0).similarity()).isZero();
        assertThat(scores.get(1).similarity()).isCloseTo(1, within(1e-6));
        assertThat(classifier.classify(new float[] {1, 0, 0, 0, 0}).get(0).similarity())
                .isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void leavesOutBlankAndRepeatedLabels() throws Exception {
        assertThat(Classifier.of(List.of(" sword", "", "sword ", "crowd"), vocabulary, text, 10)
                        .labels())
                .containsExactly("sword", "crowd");
        assertThatThrownBy(() -> Classifier.of(List.of(" "), vocabulary, text, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAVectorOfAnotherPackAndAScaleThatMeansNothing() throws Exception {
        Classifier classifier = Classifier.of(List.of("sword"), vocabulary, text, 10);
        assertThatThrownBy(() -> classifier.classify(new float[] {1, 0})).isInstanceOf(IllegalArgumentException.class);
        for (double scale : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> Classifier.of(List.of("sword"), vocabulary, text, scale))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keepsQuietAboutPromptsThatCancelEachOther() throws Exception {
        LabelVectors vectors =
                LabelVectors.of(List.of(new VocabularyLabel("both", List.of("up", "down"), true, false)), prompt ->
                        new float[] {prompt.equals("up") ? 1 : -1, 0});
        assertThat(vectors.cosines(new float[] {1, 0})).containsExactly(0);
    }
}
