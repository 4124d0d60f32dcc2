package app.earmark.teaching;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.TagVerdict;
import app.earmark.teaching.Explanation.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the judged clips that speak for and against a claim. */
final class Explainer {

    /** So many confirmed clips tell well enough how near they usually are to each other. */
    private static final int MOST_COMPARED = 300;

    private final Map<ClipId, TagVerdict> verdicts;
    private final Map<ClipId, Embedding> vectors;

    Explainer(Map<ClipId, TagVerdict> verdicts, Map<ClipId, Embedding> vectors) {
        this.verdicts = verdicts;
        this.vectors = vectors;
    }

    /** Judged clips, nearest first; the clip itself is not its own neighbour. */
    List<Neighbour> nearest(ClipId clip, TagVerdict verdict) {
        float[] acoustic = vectors.get(clip).acoustic();
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() == verdict
                        && !entry.getKey().equals(clip)
                        && vectors.containsKey(entry.getKey()))
                .map(entry -> new Neighbour(
                        entry.getKey(),
                        Cosine.of(acoustic, vectors.get(entry.getKey()).acoustic())))
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .toList();
    }

    int likeConfirmed(List<Neighbour> confirmed, List<Neighbour> rejected) {
        double least = usualNearness(confirmed);
        double ofRejected = rejected.isEmpty() ? -1 : rejected.get(0).similarity();
        return (int) confirmed.stream()
                .filter(neighbour -> neighbour.similarity() >= least && neighbour.similarity() > ofRejected)
                .count();
    }

    /** How near the next confirmed clip usually is: the median. */
    private double usualNearness(List<Neighbour> confirmed) {
        List<float[]> some = confirmed.stream()
                .limit(MOST_COMPARED)
                .map(neighbour -> vectors.get(neighbour.clip()).acoustic())
                .toList();
        double[] nearest = IntStream.range(0, some.size())
                .mapToDouble(i -> IntStream.range(0, some.size())
                        .filter(k -> k != i)
                        .mapToDouble(k -> Cosine.of(some.get(i), some.get(k)))
                        .max()
                        .orElse(1))
                .sorted()
                .toArray();
        return nearest.length == 0 ? 1 : nearest[nearest.length / 2];
    }
}
