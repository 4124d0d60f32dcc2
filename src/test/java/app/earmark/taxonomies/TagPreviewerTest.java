package app.earmark.taxonomies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.embed.PackDescription;
import app.earmark.library.AssertionRule;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.LabelEvidence;
import app.earmark.library.PackId;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagClaim;
import app.earmark.library.TagVerdict;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.Vocabulary;
import app.earmark.taxonomies.TagPreview.Example;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import app.earmark.ucs.UcsTable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Compares previews with what the tagger itself says of every clip. */
class TagPreviewerTest {

    private static final PackId PACK = new PackId("words", "1");
    private static final int DIMENSION = 24;

    private final Vocabulary ucs = Vocabulary.ofUcs(UcsTable.load());
    private final Stored stored = new Stored();
    private final Map<ClipId, TagVerdict> verdicts = new HashMap<>();
    private final TagPreviewer previewer = new TagPreviewer(stored, words(), this::tagger);

    @AfterEach
    void close() {
        previewer.close();
    }

    @Test
    void countsWhatAThresholdWouldTag() throws Exception {
        fill(2_000);
        checkAgainstTagger(List.of(), List.of(arena(AssertionRule.OF_PACK, label("roar", 0.35))));
        checkAgainstTagger(
                List.of(arena(AssertionRule.OF_PACK, label("roar", 0.35))),
                List.of(arena(AssertionRule.OF_PACK, label("roar", 0.5))));
    }

    @Test
    void followsThePacksRuleMarginsAndTopK() throws Exception {
        fill(2_000);
        checkAgainstTagger(List.of(), List.of(arena(AssertionRule.OF_PACK, label("roar", null))));
        checkAgainstTagger(
                List.of(arena(rule(0.2, 2, null), label("roar", null), label("clang", null))),
                List.of(arena(rule(0.2, 1, null), label("roar", null), label("clang", null))));
        checkAgainstTagger(
                List.of(arena(rule(0.2, null, null), label("roar", null), label("clang", null))),
                List.of(arena(rule(0.2, null, 0.05), label("roar", null), label("clang", null), label("growl", null))));
        checkAgainstTagger(
                List.of(), List.of(arena(AssertionRule.OF_PACK, TaxonomyLabel.of("RAIN", List.of("other words")))));
    }

    @Test
    void showsWhatIsLostWithALabel() throws Exception {
        fill(500);
        TagPreview preview =
                preview(List.of(arena(AssertionRule.OF_PACK, label("roar", 0.3))), List.of(), Progress.NONE);
        LabelPreview roar = preview.labels().get(0);
        assertThat(roar.label()).isEqualTo("roar");
        assertThat(roar.lost()).isEqualTo(roar.before()).isPositive();
        assertThat(roar.after()).isZero();
        assertThat(roar.lostExamples()).hasSize(Math.min(10, roar.lost()));
        assertThat(preview.lost()).isEqualTo(roar.lost());
        assertThat(preview.clips()).isEqualTo(500);
    }

    @Test
    void namesTheBestAndThoseAroundTheThreshold() throws Exception {
        fill(500);
        LabelPreview roar = preview(List.of(), List.of(arena(AssertionRule.OF_PACK, label("roar", 0.3))), Progress.NONE)
                .labels()
                .get(0);
        assertThat(roar.best()).extracting(Example::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(roar.borderline())
                .hasSize(10)
                .extracting(Example::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(roar.borderline().subList(0, 5)).allMatch(Example::asserted).allMatch(e -> e.score() >= 0.3);
        assertThat(roar.borderline().subList(5, 10))
                .noneMatch(Example::asserted)
                .allMatch(e -> e.score() < 0.3);
    }

    @Test
    void letsAPersonsWordStandAndSaysHowTheModelAgreesWithIt() throws Exception {
        fill(500);
        List<Taxonomy> after = List.of(arena(AssertionRule.OF_PACK, label("roar", 0.3)));
        LabelPreview plain = preview(List.of(), after, Progress.NONE).labels().get(0);
        ClipId best = plain.best().get(0).clip();
        ClipId second = plain.best().get(1).clip();
        ClipId below = plain.borderline().get(9).clip();
        verdicts.put(best, TagVerdict.HOLDS);
        verdicts.put(second, TagVerdict.REJECTED);
        verdicts.put(below, TagVerdict.HOLDS);
        LabelPreview judged = preview(List.of(), after, Progress.NONE).labels().get(0);
        assertThat(judged.gained()).isEqualTo(plain.gained() - 2);
        assertThat(judged.best()).extracting(Example::clip).doesNotContain(best, second);
        assertThat(judged.borderline()).extracting(Example::clip).doesNotContain(below);
        assertThat(judged.word()).isEqualTo(new TagPreview.PersonsWord(2, 1, 1, 1));
    }

    @Test
    void followsClipsThatComeAndGo() throws Exception {
        fill(100);
        List<Taxonomy> after = List.of(arena(AssertionRule.OF_PACK, label("roar", 0.3)));
        preview(List.of(), after, Progress.NONE);
        stored.clips.remove(new ClipId(1));
        stored.gone.add(new ClipId(1));
        fill(300);
        assertThat(preview(List.of(), after, Progress.NONE).clips()).isEqualTo(stored.clips.size());
        checkAgainstTagger(List.of(), after);
    }

    @Test
    void saysNothingWhereNothingChanges() throws Exception {
        fill(50);
        List<Taxonomy> same = List.of(arena(AssertionRule.OF_PACK, label("roar", 0.3)));
        assertThat(preview(same, same, Progress.NONE).labels()).isEmpty();
    }

    @Test
    void stopsWhenAsked() {
        fill(50);
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(
                        () -> preview(List.of(), List.of(arena(AssertionRule.OF_PACK, label("roar", 0.3))), cancelled))
                .isInstanceOf(CancelledWork.class);
    }

    private void checkAgainstTagger(List<Taxonomy> before, List<Taxonomy> after) throws Exception {
        TagPreview preview = preview(before, after, Progress.NONE);
        assertThat(preview.labels()).isNotEmpty();
        Tagger was = tagger(before);
        Tagger would = tagger(after);
        int tagged = 0;
        for (LabelPreview label : preview.labels()) {
            Set<Long> had = new TreeSet<>();
            Set<Long> gets = new TreeSet<>();
            stored.clips.forEach((id, clip) -> {
                if (asserts(was, clip, label.label())) {
                    had.add(id.value());
                }
                if (asserts(would, clip, label.label())) {
                    gets.add(id.value());
                }
            });
            assertThat(label.before()).as(label.label()).isEqualTo(had.size());
            assertThat(label.after()).as(label.label()).isEqualTo(gets.size());
            Set<Long> gained = new TreeSet<>(gets);
            gained.removeAll(had);
            assertThat(label.gained()).isEqualTo(gained.size());
            assertThat(label.gainedExamples().stream()
                            .map(e -> e.clip().value())
                            .collect(Collectors.toSet()))
                    .isSubsetOf(gained)
                    .hasSize(Math.min(10, gained.size()));
            tagged += gets.size() + had.size();
        }
        assertThat(tagged).as("clips to speak of").isPositive();
    }

    private static boolean asserts(Tagger tagger, Embedding clip, String label) {
        return tagger.claims(clip).stream().filter(TagClaim::asserted).anyMatch(c -> c.label()
                .equals(label));
    }

    private TagPreview preview(List<Taxonomy> before, List<Taxonomy> after, Progress progress) throws Exception {
        return previewer.preview(before, after, 10, progress);
    }

    private Tagger tagger(Collection<Taxonomy> taxonomies) {
        try {
            return Tagger.draft(
                    new PackDescription(
                            PACK,
                            "Words",
                            "",
                            "",
                            "h",
                            DIMENSION,
                            DIMENSION,
                            10,
                            Map.of("minStandardised", 2.0, "minCosine", 0.3, "shareOfTop", 0.7, "mostLabels", 2.0)),
                    ucs.with(taxonomies),
                    LearnedScores.NONE,
                    prompt -> vector(new Random(prompt.hashCode())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(int clips) {
        Random random = new Random(clips);
        for (int i = 0; i < clips; i++) {
            float[] vector = vector(random);
            stored.put(new ClipId(i + 1), new Embedding(PACK, vector, vector));
        }
    }

    private static float[] vector(Random random) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static Taxonomy arena(AssertionRule rule, TaxonomyLabel... labels) {
        return new Taxonomy("Arena", true, rule, List.of(), List.of(labels));
    }

    private static TaxonomyLabel label(String label, Double threshold) {
        return new TaxonomyLabel(
                label,
                Optional.empty(),
                List.of(label + " of gladiators"),
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
                true);
    }

    private static AssertionRule rule(Double threshold, Integer topK, Double margin) {
        return new AssertionRule(
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
                topK == null ? OptionalInt.empty() : OptionalInt.of(topK),
                margin == null ? OptionalDouble.empty() : OptionalDouble.of(margin));
    }

    /** What persons said about "roar". */
    private TagCatalog words() {
        return (TagCatalog) Proxy.newProxyInstance(
                TagCatalog.class.getClassLoader(),
                new Class<?>[] {TagCatalog.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "evidence" ->
                        verdicts.isEmpty() ? List.of() : List.of(new LabelEvidence("Roar", verdicts.size(), 0));
                    case "verdictsOn" -> verdicts;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Stored implements EmbeddingCatalog {

        private final Map<ClipId, Embedding> clips = new LinkedHashMap<>();
        private final List<ClipId> changed = new ArrayList<>();
        private final List<ClipId> gone = new ArrayList<>();

        void put(ClipId id, Embedding embedding) {
            clips.put(id, embedding);
            changed.add(id);
        }

        @Override
        public Optional<Embedding> find(ClipId clip, PackId pack) {
            return Optional.ofNullable(clips.get(clip));
        }

        @Override
        public Map<ClipId, Embedding> findAll(Collection<ClipId> ids, PackId pack) {
            return ids.stream().filter(clips::containsKey).collect(Collectors.toMap(id -> id, clips::get));
        }

        @Override
        public List<ClipId> some(PackId pack, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(PackId pack) {
            return clips.size();
        }

        @Override
        public Map<PackId, Coverage> coverage() {
            return Map.of();
        }

        @Override
        public long readSince(PackId pack, long version, Sink sink) {
            gone.forEach(sink::removed);
            gone.clear();
            changed.subList((int) version, changed.size()).stream()
                    .filter(clips::containsKey)
                    .forEach(id -> sink.accept(id, clips.get(id)));
            return changed.size();
        }
    }
}
