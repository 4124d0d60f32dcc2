package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.embed.AudioEncoder;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.Taxonomy;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerTest {

    private static final PackId PACK = new PackId("words", "1");

    private final UcsTable table = UcsTable.load();
    private final Vocabulary vocabulary = Vocabulary.ofUcs(table)
            .with(List.of(Taxonomy.ofOwn(List.of(new OwnLabel("thumper", List.of("thunder rumbling"))))));
    private final TagPrecedence precedence = new TagPrecedence(new UcsLabelNames(table, vocabulary));

    @Test
    void claimsWhatTheRuleAssertsAndGuessesWithTheirCosines() throws Exception {
        List<TagClaim> claims = tagger().claims(new Embedding(PACK, thunder(), thunder()));
        List<TagClaim> asserted = claims.stream().filter(TagClaim::asserted).toList();
        assertThat(asserted.stream().map(TagClaim::label)).containsExactly("THUN", "thumper");
        assertThat(asserted.get(0).score().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(claims).allMatch(c -> c.source() == TagSource.MODEL);
        assertThat(claims.stream().filter(c -> !c.asserted())).hasSize(TagRule.MOST_GUESSES);
    }

    @Test
    void yieldsToAPersonAFileAndANameInThatOrder() throws Exception {
        List<TagClaim> claims = new ArrayList<>(tagger().claims(new Embedding(PACK, thunder(), thunder())));
        claims.add(new TagClaim("DOORWood", TagSource.NAME, OptionalDouble.empty(), true));
        var tags = precedence.resolve(claims);
        assertThat(tags.tags().stream().map(t -> t.label())).containsExactly("DOORWood", "thumper");
        assertThat(tags.guesses().get(0).label()).isEqualTo("THUN");

        claims.add(new TagClaim("thumper", TagSource.PERSON, OptionalDouble.empty(), false));
        claims.add(new TagClaim("THUN", TagSource.PERSON, OptionalDouble.empty(), true));
        tags = precedence.resolve(claims);
        assertThat(tags.tags().stream().map(t -> t.label())).containsExactly("THUN", "DOORWood");
        assertThat(tags.tags().get(0).name()).isEqualTo("WEATHER-THUNDER");
        assertThat(tags.tags().get(0).score()).isPresent();
        assertThat(tags.rejected()).containsExactly("thumper");
    }

    @Test
    void encodesTheVocabularyOfAPackOnlyOnce(@TempDir Path folder) throws Exception {
        WordEncoder words = words();
        List<TagClaim> first = Tagger.of(new TextOnlyPack(words), vocabulary, LearnedScores.NONE, folder)
                .claims(new Embedding(PACK, thunder(), thunder()));
        assertThat(words.calls).isGreaterThan(753);
        words.calls = 0;
        assertThat(Tagger.of(new TextOnlyPack(words), vocabulary, LearnedScores.NONE, folder)
                        .claims(new Embedding(PACK, thunder(), thunder())))
                .isEqualTo(first);
        assertThat(words.calls).isZero();
    }

    @Test
    void letsWhatWasLearntDecideAloneAndOnNothingElse() throws Exception {
        Embedding clip = new Embedding(PACK, thunder(), thunder());
        List<TagClaim> untaught = tagger().claims(clip);
        Tagger taught = tagger().with(new Learned(Map.of("thun", 0.4, "doorwood", 0.9, "thumper", 0.05)));
        List<TagClaim> claims = taught.claims(clip);

        TagClaim guess = claim(claims, "THUN");
        assertThat(guess.asserted()).isFalse();
        assertThat(guess.probability()).hasValue(0.4);
        assertThat(guess.score().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(claim(claims, "DOORWood").asserted()).isTrue();
        assertThat(claims).noneMatch(c -> c.label().equals("thumper"));
        Set<String> labels = Set.of("THUN", "DOORWood", "thumper");
        assertThat(claims)
                .filteredOn(c -> !labels.contains(c.label()))
                .isEqualTo(untaught.stream()
                        .filter(c -> !labels.contains(c.label()))
                        .toList());
        for (TagClaim claim : claims) {
            assertThat(taught.claim(claim.label(), clip)).hasValue(claim);
        }
        assertThat(taught.claim("thumper", clip)).isEmpty();
        assertThat(taught.vocabulary()).isNotEqualTo(tagger().vocabulary());
    }

    private static TagClaim claim(List<TagClaim> claims, String label) {
        return claims.stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow();
    }

    private record Learned(Map<String, Double> probabilities) implements LearnedScores {

        @Override
        public Set<String> labelKeys() {
            return probabilities.keySet();
        }

        @Override
        public OptionalDouble probability(String labelKey, Embedding clip, double cosine) {
            return OptionalDouble.of(probabilities.get(labelKey));
        }

        @Override
        public String digest() {
            return probabilities.toString();
        }
    }

    @Test
    void saysSilenceOfSilence() {
        var tags = precedence.resolve(Tagger.claimsOfSilence());
        assertThat(tags.tags().stream().map(t -> t.name())).containsExactly("silence");
        assertThat(tags.guesses()).isEmpty();
    }

    private Tagger tagger() throws Exception {
        return new Tagger(
                new TextOnlyPack(words()).description(),
                LabelVectors.of(vocabulary.labels(), words()),
                new TagRule(2.5, 0.3, 0.8, 3),
                LearnedScores.NONE);
    }

    private static WordEncoder words() {
        return new WordEncoder("thunder", "dog", "water", "wood", "door");
    }

    private static float[] thunder() {
        return new float[] {1, 0, 0, 0, 0};
    }

    /** A pack that only reads. */
    private record TextOnlyPack(TextEncoder text) implements ModelPack {

        @Override
        public PackDescription description() {
            Map<String, Double> rule =
                    Map.of("minStandardised", 2.5, "minCosine", 0.3, "shareOfTop", 0.8, "mostLabels", 3.0);
            return new PackDescription(PACK, "Words", "", "", "h", 5, 5, 10, rule);
        }

        @Override
        public AudioEncoder audio() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
