package app.earmark.teaching;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.PackDescription;
import app.earmark.learning.Calibration;
import app.earmark.learning.CalibrationError;
import app.earmark.learning.Calibrator;
import app.earmark.learning.Evidence;
import app.earmark.learning.HeadTrainer;
import app.earmark.learning.RankingQuality;
import app.earmark.learning.SoundAlike;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import app.earmark.library.TagVerdict;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.TagRule;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.VocabularyLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** One class of the labelled set being taught by a person who always says what the file names say. */
final class TaughtClass {

    private static final PackId PACK = new PackId("labelled", "1");
    private static final int LEAST_ON_EITHER_SIDE = 6;

    /** What the person's clips and the test clips do not share. */
    enum Apart {
        FAMILIES,
        SERIES
    }

    /** How the next clip to ask about is chosen. */
    enum Order {
        PROPOSED,
        BEST_FIRST,
        RANDOM
    }

    private final LabelledClips clips;
    private final int label;
    private final Random random;
    private final List<Integer> pool = new ArrayList<>();
    private final List<Integer> test = new ArrayList<>();
    private final Map<ClipId, TagVerdict> verdicts = new LinkedHashMap<>();
    private final Map<ClipId, Embedding> vectors = new LinkedHashMap<>();
    private final Tagger tagger;
    private Optional<TaughtHead> taught = Optional.empty();

    TaughtClass(LabelledClips clips, int label, int seed, Apart apart) {
        this.clips = clips;
        this.label = label;
        tagger = tagger();
        random = new Random(1000L * label + seed);
        int[] groups = apart == Apart.FAMILIES ? clips.familyOf() : clips.seriesOf();
        while (!split(groups)) {
            pool.clear();
            test.clear();
        }
        // the vectors that the tagger compares have one value: the cosine with the prompt
        for (int i : pool) {
            float[] joint = {clips.similarities()[i][label]};
            vectors.put(new ClipId(i), new Embedding(PACK, joint, clips.acoustic()[i]));
        }
    }

    /** Half of the groups are the person's library, the classified clips of the others are the test. */
    private boolean split(int[] groups) {
        boolean[] tested = new boolean[IntStream.of(groups).max().orElseThrow() + 1];
        for (int f = 0; f < tested.length; f++) {
            tested[f] = random.nextBoolean();
        }
        for (int i = 0; i < clips.labels().length; i++) {
            if (!tested[groups[i]]) {
                pool.add(i);
            } else if (clips.labels()[i] >= 0) {
                test.add(i);
            }
        }
        return pool.stream().filter(this::holds).count() >= LEAST_ON_EITHER_SIDE
                && test.stream().filter(this::holds).count() >= LEAST_ON_EITHER_SIDE;
    }

    private boolean holds(int clip) {
        return clips.labels()[clip] == label;
    }

    /** The person judges so many more clips. */
    void judge(int count, Order order) {
        List<Integer> next = new ArrayList<>();
        if (order == Order.RANDOM) {
            List<Integer> unjudged = new ArrayList<>(pool);
            unjudged.removeIf(i -> verdicts.containsKey(new ClipId(i)));
            Collections.shuffle(unjudged, random);
            next.addAll(unjudged.subList(0, count));
        } else {
            int asked = order == Order.BEST_FIRST ? 2 * count : count;
            String prompt = clips.prompts().get(label);
            new ProposalSearch(
                            taught,
                            clip -> tagger.similarity(prompt, clip.joint()).orElse(Double.NaN),
                            verdicts,
                            vectors)
                    .propose(asked).stream()
                            .limit(count)
                            .forEach(proposal -> next.add((int) proposal.clip().value()));
        }
        next.forEach(i -> verdicts.put(new ClipId(i), holds(i) ? TagVerdict.HOLDS : TagVerdict.REJECTED));
        learn();
    }

    private void learn() {
        Evidence evidence = evidence();
        if (!Teacher.canLearn(evidence)) {
            return;
        }
        HeadTrainer.Trained trained = new HeadTrainer().train(evidence, () -> false);
        Optional<Calibration> calibration = trained.hasHeldOut()
                ? Calibrator.fit(
                        Arrays.copyOf(trained.heldOut(), evidence.judged()),
                        Arrays.copyOf(evidence.holds(), evidence.judged()))
                : Optional.empty();
        taught = Optional.of(new TaughtHead(null, trained.head(), calibration));
    }

    private Evidence evidence() {
        List<Integer> rows = new ArrayList<>();
        verdicts.keySet().forEach(clip -> rows.add((int) clip.value()));
        int judged = rows.size();
        List<Integer> others = new ArrayList<>(pool);
        others.removeAll(rows);
        Collections.shuffle(others, new Random(7));
        rows.addAll(others.subList(0, Math.min(LabelWords.BACKGROUND, others.size())));
        float[][] acoustic = rows.stream().map(i -> clips.acoustic()[i]).toArray(float[][]::new);
        boolean[] holds = new boolean[rows.size()];
        for (int i = 0; i < judged; i++) {
            holds[i] = holds(rows.get(i));
        }
        int[] groups = Arrays.copyOf(SoundAlike.groups(Arrays.copyOf(acoustic, judged), 300), rows.size());
        for (int i = judged; i < groups.length; i++) {
            groups[i] = i;
        }
        double[] similarities =
                rows.stream().mapToDouble(i -> clips.similarities()[i][label]).toArray();
        return new Evidence(acoustic, similarities, holds, groups, judged);
    }

    /** The person confirms some clips at random, and rejects the likeliest wrong ones. */
    void judge(int confirmed, int rejected) {
        List<Integer> order = new ArrayList<>(pool);
        Collections.shuffle(order, random);
        order.stream().filter(this::holds).limit(confirmed).forEach(i -> verdicts.put(new ClipId(i), TagVerdict.HOLDS));
        order.stream()
                .filter(i -> !holds(i))
                .sorted(Comparator.comparingDouble(i -> -clips.similarities()[i][label]))
                .limit(rejected)
                .forEach(i -> verdicts.put(new ClipId(i), TagVerdict.REJECTED));
        learn();
    }

    int confirmed() {
        return Collections.frequency(verdicts.values(), TagVerdict.HOLDS);
    }

    double averagePrecision() {
        return RankingQuality.averagePrecision(scores(), truth()).orElseThrow();
    }

    /** Expected calibration error and Brier score on test clips, of cosines taken for probabilities and of probabilities. */
    Optional<double[]> calibrationErrors() {
        return taught.flatMap(TaughtHead::calibration).map(calibration -> {
            double[] before = test.stream()
                    .mapToDouble(i -> Math.max(0, Math.min(1, clips.similarities()[i][label])))
                    .toArray();
            double[] now = Arrays.stream(scores()).map(calibration::probability).toArray();
            return new double[] {
                CalibrationError.expected(before, truth()), CalibrationError.expected(now, truth()),
                CalibrationError.brier(before, truth()), CalibrationError.brier(now, truth())
            };
        });
    }

    /** What the head's linear part alone takes for probabilities of test clips. */
    double[] ownProbabilities() {
        return test.stream()
                .mapToDouble(i -> 1
                        / (1 + Math.exp(-taught.orElseThrow().head().acoustic().of(clips.acoustic()[i]))))
                .toArray();
    }

    Optional<double[]> calibratedProbabilities() {
        return taught.flatMap(TaughtHead::calibration)
                .map(calibration ->
                        Arrays.stream(scores()).map(calibration::probability).toArray());
    }

    double shareConfirmed() {
        return (double) confirmed() / verdicts.size();
    }

    double[] scores() {
        return test.stream()
                .mapToDouble(i -> taught.map(t -> t.head().score(clips.acoustic()[i], clips.similarities()[i][label]))
                        .orElse((double) clips.similarities()[i][label]))
                .toArray();
    }

    boolean[] truth() {
        boolean[] truth = new boolean[test.size()];
        IntStream.range(0, truth.length).forEach(i -> truth[i] = holds(test.get(i)));
        return truth;
    }

    private Tagger tagger() {
        PackDescription pack = new PackDescription(PACK, "Labelled", "", "", "h", 1, 512, 1, Map.of());
        try {
            String prompt = clips.prompts().get(label);
            return new Tagger(
                    pack,
                    LabelVectors.of(List.of(new VocabularyLabel(prompt, List.of(prompt), true, false)), text ->
                            new float[] {1}),
                    new TagRule(1, 1, 1, 1),
                    LearnedScores.NONE);
        } catch (EncoderFailure e) {
            throw new IllegalStateException(e);
        }
    }
}
