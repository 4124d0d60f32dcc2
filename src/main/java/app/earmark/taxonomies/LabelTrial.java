package app.earmark.taxonomies;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.AssertionRule;
import app.earmark.library.ClipId;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.VocabularyLabel;
import app.earmark.taxonomies.TagPreview.Example;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import app.earmark.taxonomies.TagPreview.PersonsWord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One label before and after a change, being tried on all clips. */
final class LabelTrial {

    private final String key;
    private final Side before;
    private final Side after;

    private LabelTrial(String key, Side before, Side after) {
        this.key = key;
        this.before = before;
        this.after = after;
    }

    /** The labels that a change is about. */
    static List<LabelTrial> ofChanges(Tagger was, Tagger would) {
        Map<String, Integer> old = places(was);
        Map<String, Integer> fresh = places(would);
        Set<String> keys = new HashSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        Set<String> changed = new HashSet<>();
        Set<String> rivalries = new HashSet<>();
        for (String key : keys) {
            Optional<VocabularyLabel> b = label(was, old.get(key));
            Optional<VocabularyLabel> a = label(would, fresh.get(key));
            if (!Objects.equals(b, a)) {
                changed.add(key);
                Stream.of(b, a)
                        .flatMap(Optional::stream)
                        .filter(label -> isRivalled(label.rule()))
                        .forEach(label -> rivalries.add(label.taxonomy()));
            }
        }
        for (String key : keys) {
            boolean rival = Stream.of(label(was, old.get(key)), label(would, fresh.get(key)))
                    .flatMap(Optional::stream)
                    .anyMatch(label -> rivalries.contains(label.taxonomy()));
            if (rival) {
                changed.add(key);
            }
        }
        return changed.stream()
                .sorted()
                .map(key -> new LabelTrial(key, new Side(was, old.get(key)), new Side(would, fresh.get(key))))
                .toList();
    }

    /** Whether labels of a taxonomy keep each other out. */
    private static boolean isRivalled(AssertionRule rule) {
        return rule.topK().isPresent() || rule.margin().isPresent();
    }

    private static Map<String, Integer> places(Tagger tagger) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<VocabularyLabel> labels = tagger.labels().labels();
        for (int i = 0; i < labels.size(); i++) {
            places.put(TagPrecedence.keyOf(labels.get(i).label()), i);
        }
        return places;
    }

    private static Optional<VocabularyLabel> label(Tagger tagger, Integer place) {
        return Optional.ofNullable(place).map(i -> tagger.labels().labels().get(i));
    }

    String key() {
        return key;
    }

    void score(StoredVectors stored, long[] clipOf) throws EncoderFailure {
        before.score(stored, clipOf);
        after.score(stored, clipOf);
    }

    /** Whether no other label has a say, because what was learnt about this one decides, or its threshold. */
    boolean isDecidedAlone() {
        return before.isDecidedAlone() && after.isDecidedAlone();
    }

    /** Rows that no label's own score settles as things are. */
    static BitSet openBefore(List<LabelTrial> trials) {
        BitSet open = new BitSet();
        trials.forEach(trial -> open.or(trial.before.open));
        return open;
    }

    /** Rows that no label's own score settles as things would be. */
    static BitSet openAfter(List<LabelTrial> trials) {
        BitSet open = new BitSet();
        trials.forEach(trial -> open.or(trial.after.open));
        return open;
    }

    void decided(int row, Set<String> assertedBefore, Set<String> assertedAfter) {
        before.decided(row, assertedBefore.contains(key));
        after.decided(row, assertedAfter.contains(key));
    }

    LabelPreview result(StoredVectors stored, long[] clipOf, Map<ClipId, TagVerdict> verdicts, int examples)
            throws EncoderFailure {
        int[] word = new int[4];
        BitSet judged = new BitSet();
        for (int row = 0; row < clipOf.length; row++) {
            TagVerdict verdict = verdicts.isEmpty() || clipOf[row] < 0 ? null : verdicts.get(new ClipId(clipOf[row]));
            if (verdict != null) {
                int kind = verdict == TagVerdict.HOLDS ? 0 : 2;
                word[kind]++;
                word[kind + 1] += after.asserted.get(row) ? 1 : 0;
                judged.set(row);
                before.forget(row);
                after.forget(row);
            }
        }
        BitSet gained = (BitSet) after.asserted.clone();
        gained.andNot(before.asserted);
        BitSet lost = (BitSet) before.asserted.clone();
        lost.andNot(after.asserted);
        Side scored = after.isAbsent() ? before : after;
        float[] scores = scored.scores(stored);
        Examples of = new Examples(clipOf, scores, after.asserted, examples);
        BitSet below = new BitSet();
        below.set(0, clipOf.length);
        below.andNot(after.asserted);
        below.andNot(judged);
        List<Example> borderline = new ArrayList<>(of.last(after.asserted, examples / 2));
        if (!after.isAbsent()) {
            borderline.addAll(of.first(below, examples / 2));
        }
        return new LabelPreview(
                scored.label().label(),
                before.asserted.cardinality(),
                after.asserted.cardinality(),
                gained.cardinality(),
                lost.cardinality(),
                of.first(gained, examples),
                of.first(lost, examples),
                of.first(after.asserted, examples),
                borderline,
                new PersonsWord(word[0], word[1], word[2], word[3]));
    }

    /** Picks rows to listen to. */
    private record Examples(long[] clipOf, float[] scores, BitSet asserted, int most) {

        List<Example> first(BitSet of, int count) {
            return pick(of, count, Comparator.comparingDouble((Integer row) -> -scores[row]));
        }

        /** The ones with the lowest scores, from the best of them down. */
        List<Example> last(BitSet of, int count) {
            return pick(of, count, Comparator.comparingDouble((Integer row) -> scores[row])).stream()
                    .sorted(Comparator.comparingDouble(Example::score).reversed())
                    .toList();
        }

        private List<Example> pick(BitSet of, int count, Comparator<Integer> order) {
            return of.stream()
                    .filter(row -> row < scores.length && clipOf[row] >= 0)
                    .boxed()
                    .sorted(order)
                    .limit(count)
                    .map(row -> new Example(new ClipId(clipOf[row]), scores[row], asserted.get(row)))
                    .toList();
        }
    }

    /** The label as one tagger has it, if it has it. */
    private static final class Side {

        private final Tagger tagger;
        private final Integer place;
        private final BitSet asserted = new BitSet();
        private final BitSet open = new BitSet();

        Side(Tagger tagger, Integer place) {
            this.tagger = tagger;
            this.place = place;
        }

        boolean isAbsent() {
            return place == null;
        }

        boolean isDecidedAlone() {
            return isAbsent() || open.isEmpty() || tagger.isTaught(place);
        }

        VocabularyLabel label() {
            return tagger.labels().labels().get(place);
        }

        float[] scores(StoredVectors stored) throws EncoderFailure {
            return stored.scores(tagger.labels().vector(place));
        }

        void score(StoredVectors stored, long[] clipOf) throws EncoderFailure {
            if (isAbsent() || !label().heard()) {
                return;
            }
            boolean taught = tagger.isTaught(place);
            double least = label().leastCosine().orElse(tagger.rule().minCosine());
            boolean settled = label().leastCosine().isPresent() && !isRivalled(label().rule());
            BitSet clearing = settled && !taught ? asserted : open;
            float[] scores = scores(stored);
            for (int row = 0; row < clipOf.length; row++) {
                if (clipOf[row] >= 0 && (taught || scores[row] >= least)) {
                    clearing.set(row);
                }
            }
        }

        void decided(int row, boolean holds) {
            if (open.get(row)) {
                asserted.set(row, holds);
            }
        }

        void forget(int row) {
            asserted.clear(row);
        }
    }
}
