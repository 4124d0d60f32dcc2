package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.AssertionRule;
import app.earmark.library.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By the digest Earmark knows whether a clip's tags are still what it would say now. */
class VocabularyDigestTest {

    private static final TagRule RULE = new TagRule(1, 0.2, 0.5, 3);
    private static final AssertionRule TOP_2 =
            new AssertionRule(OptionalDouble.empty(), OptionalInt.of(2), OptionalDouble.empty());

    @Test
    void whateverMayChangeATagChangesTheDigest() {
        VocabularyLabel roar = label(List.of("a crowd roars"), true, false, OptionalDouble.empty(), "arena");
        List<String> digests = new ArrayList<>();
        digests.add(of("pack", RULE, LearnedScores.NONE, roar));
        digests.add(of("other pack", RULE, LearnedScores.NONE, roar));
        digests.add(of("pack", new TagRule(1, 0.2, 0.5, 4), LearnedScores.NONE, roar));
        digests.add(of("pack", RULE, learned("1"), roar));
        digests.add(of("pack", RULE, learned("2"), roar));
        digests.add(of("pack", RULE, LearnedScores.NONE));
        digests.add(of("pack", RULE, LearnedScores.NONE, roar, roar));
        List<VocabularyLabel> others = List.of(
                label(List.of("a lion roars"), true, false, OptionalDouble.empty(), "arena"),
                label(List.of("a crowd roars", "a lion roars"), true, false, OptionalDouble.empty(), "arena"),
                label(List.of("a crowd roars"), false, false, OptionalDouble.empty(), "arena"),
                label(List.of("a crowd roars"), true, true, OptionalDouble.empty(), "arena"),
                label(List.of("a crowd roars"), true, false, OptionalDouble.of(0.3), "arena"),
                label(List.of("a crowd roars"), true, false, OptionalDouble.of(0.4), "arena"),
                ruled("arena"),
                ruled("zoo"));
        others.forEach(other -> digests.add(of("pack", RULE, LearnedScores.NONE, other)));
        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void theNameOfATaxonomyWithoutARuleChangesNothing() {
        List<String> prompts = List.of("a crowd roars");
        assertThat(of("pack", RULE, LearnedScores.NONE, label(prompts, true, false, OptionalDouble.empty(), "zoo")))
                .isEqualTo(of(
                        "pack",
                        RULE,
                        LearnedScores.NONE,
                        label(prompts, true, false, OptionalDouble.empty(), "arena")));
    }

    private static String of(String pack, TagRule rule, LearnedScores learned, VocabularyLabel... labels) {
        return VocabularyDigest.of(pack, List.of(labels), rule, learned);
    }

    private static VocabularyLabel label(
            List<String> prompts, boolean heard, boolean catId, OptionalDouble threshold, String taxonomy) {
        return new VocabularyLabel("roar", prompts, heard, catId, threshold, taxonomy, AssertionRule.OF_PACK);
    }

    private static VocabularyLabel ruled(String taxonomy) {
        return new VocabularyLabel(
                "roar", List.of("a crowd roars"), true, false, OptionalDouble.empty(), taxonomy, TOP_2);
    }

    private static LearnedScores learned(String digest) {
        return new LearnedScores() {
            @Override
            public Set<String> labelKeys() {
                return Set.of("roar");
            }

            @Override
            public OptionalDouble probability(String labelKey, Embedding clip, double cosine) {
                return OptionalDouble.of(0.5);
            }

            @Override
            public String digest() {
                return digest;
            }
        };
    }
}
