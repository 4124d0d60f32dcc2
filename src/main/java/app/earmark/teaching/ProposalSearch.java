package app.earmark.teaching;

import app.earmark.learning.Calibration;
import app.earmark.learning.QueryStrategy;
import app.earmark.learning.SoundAlike;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.TagVerdict;
import app.earmark.teaching.Proposal.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Chooses what to ask a person about one label. */
final class ProposalSearch {

    /** Only the best so many are looked at for being uncertain or different; the rest are hardly ever right. */
    private static final int MOST_LOOKED_AT = 400;

    private final Optional<TaughtHead> taught;
    private final ToDoubleFunction<Embedding> similarity;
    private final Map<ClipId, TagVerdict> verdicts;
    private final Map<ClipId, Embedding> vectors;

    /** @param similarity of a clip with the label's prompts; NaN where it has none */
    ProposalSearch(
            Optional<TaughtHead> taught,
            ToDoubleFunction<Embedding> similarity,
            Map<ClipId, TagVerdict> verdicts,
            Map<ClipId, Embedding> vectors) {
        this.taught = taught;
        this.similarity = similarity;
        this.verdicts = verdicts;
        this.vectors = vectors;
    }

    private record Scored(ClipId clip, Embedding vectors, double similarity, double score) {}

    List<Proposal> propose(int most) {
        List<Scored> judged = new ArrayList<>();
        List<Scored> candidates = new ArrayList<>();
        LabelScorer scorer = new LabelScorer(taught, confirmedVectors());
        vectors.forEach((clip, embedding) -> {
            double cosine = similarity.applyAsDouble(embedding);
            Scored scored = new Scored(clip, embedding, cosine, scorer.score(embedding, cosine));
            (verdicts.containsKey(clip) ? judged : candidates).add(scored);
        });
        candidates.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(scored -> scored.clip()
                .value()));
        List<Scored> best = candidates.subList(0, Math.min(candidates.size(), Math.max(MOST_LOOKED_AT, 4 * most)));
        Map<Integer, List<Integer>> alike = alike(best);
        List<Integer> leaders = new ArrayList<>(alike.keySet());
        Map<Integer, Reason> chosen = new LinkedHashMap<>();
        int likely = leaders.size() <= most ? most : (most + 1) / 2;
        leaders.stream().limit(likely).forEach(row -> chosen.put(row, Reason.LIKELY));
        double boundary = boundary(judged);
        leaders.stream()
                .filter(row -> !chosen.containsKey(row))
                .sorted(Comparator.comparingDouble(row -> doubt(best.get(row), boundary)))
                .limit((most - likely + 1) / 2)
                .toList()
                .forEach(row -> chosen.put(row, Reason.UNCERTAIN));
        float[][] acoustic = best.stream().map(s -> s.vectors().acoustic()).toArray(float[][]::new);
        List<float[]> known = new ArrayList<>();
        judged.forEach(s -> known.add(s.vectors().acoustic()));
        chosen.keySet().forEach(row -> known.add(acoustic[row]));
        List<Integer> others =
                leaders.stream().filter(row -> !chosen.containsKey(row)).toList();
        QueryStrategy.farthest(others, acoustic, known, most - chosen.size())
                .forEach(row -> chosen.put(row, Reason.DIFFERENT));
        List<Proposal> proposals = new ArrayList<>();
        chosen.forEach((row, reason) -> proposals.add(proposal(best, row, alike.get(row), reason)));
        return proposals;
    }

    private Proposal proposal(List<Scored> best, int row, List<Integer> alike, Reason reason) {
        Scored scored = best.get(row);
        return new Proposal(
                scored.clip(),
                reason,
                Double.isNaN(scored.similarity()) ? OptionalDouble.empty() : OptionalDouble.of(scored.similarity()),
                probability(scored),
                alike.stream()
                        .filter(other -> other != row)
                        .map(other -> best.get(other).clip())
                        .toList());
    }

    /** Rows that sound the same, under the best of them. */
    private static Map<Integer, List<Integer>> alike(List<Scored> best) {
        int[] groups =
                SoundAlike.groups(best.stream().map(s -> s.vectors().acoustic()).toArray(float[][]::new), best.size());
        Map<Integer, Integer> leaderOf = new HashMap<>();
        Map<Integer, List<Integer>> alike = new LinkedHashMap<>();
        IntStream.range(0, groups.length).forEach(row -> {
            int leader = leaderOf.computeIfAbsent(groups[row], group -> row);
            alike.computeIfAbsent(leader, l -> new ArrayList<>()).add(row);
        });
        return alike;
    }

    private OptionalDouble probability(Scored scored) {
        return taught.flatMap(TaughtHead::calibration)
                .map(calibration -> OptionalDouble.of(calibration.probability(scored.score())))
                .orElse(OptionalDouble.empty());
    }

    private double doubt(Scored scored, double boundary) {
        Optional<Calibration> calibration = taught.flatMap(TaughtHead::calibration);
        return calibration.isPresent()
                ? Math.abs(calibration.get().probability(scored.score()) - 0.5)
                : Math.abs(scored.score() - boundary);
    }

    /** Half-way between what was confirmed and what was rejected. */
    private double boundary(List<Scored> judged) {
        double confirmed = mean(judged, TagVerdict.HOLDS);
        double rejected = mean(judged, TagVerdict.REJECTED);
        return Double.isNaN(rejected) ? confirmed : Double.isNaN(confirmed) ? rejected : (confirmed + rejected) / 2;
    }

    private double mean(List<Scored> judged, TagVerdict verdict) {
        return judged.stream()
                .filter(scored -> verdicts.get(scored.clip()) == verdict)
                .mapToDouble(Scored::score)
                .average()
                .orElse(Double.NaN);
    }

    private List<float[]> confirmedVectors() {
        Set<float[]> confirmed = new LinkedHashSet<>();
        verdicts.forEach((clip, verdict) -> {
            Embedding embedding = vectors.get(clip);
            if (verdict == TagVerdict.HOLDS && embedding != null) {
                confirmed.add(embedding.acoustic());
            }
        });
        return List.copyOf(confirmed);
    }
}
