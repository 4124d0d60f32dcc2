package app.earmark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TagPrecedenceTest {

    private static final List<String> CAT_IDS = List.of("DOORCreak", "RAIN", "DOGBark");
    private static final LabelNames NAMES = new LabelNames() {
        @Override
        public boolean isCatId(String label) {
            return CAT_IDS.contains(label);
        }

        @Override
        public String nameOf(String label) {
            return label;
        }

        @Override
        public Optional<String> categoryOf(String label) {
            return Optional.empty();
        }
    };

    private final TagPrecedence precedence = new TagPrecedence(NAMES);

    @Example
    void theStrongestSourceOwnsATagAndTheModelsScoreStays() {
        ClipTags tags = precedence.resolve(List.of(
                model("DOORCreak", .8), claim("DOORCreak", TagSource.NAME), claim("DOORCreak", TagSource.FILE)));
        assertThat(tags.tags())
                .containsExactly(new Tag("DOORCreak", "DOORCreak", OptionalDouble.of(.8), TagSource.FILE));
    }

    @Example
    void aRejectionRemovesTheLabelWhoeverSaysIt() {
        for (TagSource source : TagSource.values()) {
            if (source != TagSource.PERSON) {
                ClipTags tags = precedence.resolve(List.of(
                        claim("DOGBark", source),
                        new TagClaim("DOGBark", TagSource.PERSON, OptionalDouble.empty(), false)));
                assertThat(tags.tags()).isEmpty();
                assertThat(tags.guesses()).isEmpty();
                assertThat(tags.rejected()).containsExactly("DOGBark");
            }
        }
    }

    @Example
    void aCatIdFromAnybodyElseMakesTheModelsCatIdsGuesses() {
        for (TagSource source : List.of(TagSource.PERSON, TagSource.FILE, TagSource.NAME)) {
            ClipTags tags = precedence.resolve(List.of(
                    model("DOGBark", .9), model("drone bed", .7), model("RAIN", .95), claim("DOORCreak", source)));
            assertThat(tags.tags()).extracting(Tag::label).containsExactly("DOORCreak", "drone bed");
            assertThat(tags.guesses()).extracting(Guess::label).containsExactly("RAIN", "DOGBark");
        }
    }

    @Example
    void anOwnLabelFromSomebodyElseLeavesTheModelsCatIds() {
        ClipTags tags = precedence.resolve(List.of(model("DOGBark", .9), claim("good take", TagSource.PERSON)));
        assertThat(tags.tags()).extracting(Tag::label).containsExactly("good take", "DOGBark");
    }

    @Example
    void aRejectedCatIdDoesNotDemoteTheOthers() {
        ClipTags tags = precedence.resolve(List.of(
                model("DOGBark", .9),
                claim("RAIN", TagSource.NAME),
                new TagClaim("RAIN", TagSource.PERSON, OptionalDouble.empty(), false)));
        assertThat(tags.tags()).extracting(Tag::label).containsExactly("DOGBark");
    }

    @Example
    void labelsThatDifferInCaseAreOneUnderTheCatIdsSpelling() {
        ClipTags tags = precedence.resolve(List.of(claim("rain", TagSource.PERSON), model("RAIN", .5)));
        assertThat(tags.tags()).containsExactly(new Tag("RAIN", "RAIN", OptionalDouble.of(.5), TagSource.PERSON));
    }

    @Example
    void guessesComeBestFirst() {
        ClipTags tags = precedence.resolve(List.of(guess("RAIN", .2), guess("DOGBark", .4)));
        assertThat(tags.tags()).isEmpty();
        assertThat(tags.guesses()).extracting(Guess::score).containsExactly(.4, .2);
    }

    @Property
    void theOrderOfClaimsDoesNotMatterAndEachLabelComesOnce(
            @ForAll("claims") List<TagClaim> claims, @ForAll long seed) {
        ClipTags tags = precedence.resolve(claims);
        List<TagClaim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(precedence.resolve(shuffled)).isEqualTo(tags);
        List<String> all = new ArrayList<>(tags.rejected());
        tags.tags().forEach(tag -> all.add(tag.label()));
        tags.guesses().forEach(guess -> all.add(guess.label()));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all.stream().map(TagPrecedence::keyOf))
                .containsExactlyInAnyOrderElementsOf(claims.stream()
                        .map(c -> TagPrecedence.keyOf(c.label()))
                        .distinct()
                        .toList());
    }

    /** At most one claim of a source about a label, as in the catalogue. */
    @Provide
    Arbitrary<List<TagClaim>> claims() {
        Arbitrary<TagClaim> claim = Combinators.combine(
                        Arbitraries.of("DOORCreak", "RAIN", "DOGBark", "rain", "drone bed"),
                        Arbitraries.of(TagSource.class),
                        Arbitraries.doubles().between(0, 1).optional(),
                        Arbitraries.of(true, false))
                .as((label, source, score, asserted) -> new TagClaim(
                        label, source, score.map(OptionalDouble::of).orElse(OptionalDouble.empty()), asserted));
        return claim.list()
                .uniqueElements(c -> TagPrecedence.keyOf(c.label()) + c.source())
                .ofMaxSize(10);
    }

    private static TagClaim claim(String label, TagSource source) {
        return new TagClaim(label, source, OptionalDouble.empty(), true);
    }

    private static TagClaim model(String label, double score) {
        return new TagClaim(label, TagSource.MODEL, OptionalDouble.of(score), true);
    }

    private static TagClaim guess(String label, double score) {
        return new TagClaim(label, TagSource.MODEL, OptionalDouble.of(score), false);
    }
}
