package app.earmark.tagging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Decides from a clip's cosines which labels are asserted and which are only guessed. The parameters come with the pack,
 * measured where the pack was made; {@code onnx/starter/README.md} documents the rule and how they were found.
 *
 * <p>A clip's cosines are standardised over the CatIDs that can be heard: how many standard deviations a label stands
 * above what this clip has in common with everything. A CatID is asserted if it stands out, is similar enough in itself,
 * and comes close to the best one; at most so many are. A label of the person's own is held to the same three bars, but
 * neither moves them nor counts. What can't be heard takes no part at all.
 *
 * <p>What a person set goes before the pack's parameters, each in its place. A threshold, the label's or else its
 * taxonomy's, replaces all three bars and the count: the person says when to believe the label, whatever the pack. A margin
 * replaces the share of the top: the label must come that close to the best of its taxonomy. A top-K replaces the count:
 * no more labels of the taxonomy are asserted. Where something was learnt about a label, that decides in place of this rule: see
 * {@link Tagger#claims}.
 *
 * @param minStandardised least standard deviations above the clip's mean
 * @param minCosine least cosine
 * @param shareOfTop least share of the best CatID's standardised score
 * @param mostLabels most CatIDs asserted of one clip
 */
public record TagRule(double minStandardised, double minCosine, double shareOfTop, int mostLabels) {

    /** Guesses offered beside, or instead of, what is asserted. */
    static final int MOST_GUESSES = 5;

    /** For a pack whose maker did not measure when a label may be believed: guesses only. */
    static final TagRule GUESSES_ONLY =
            new TagRule(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

    /**
     * The rule with a pack's parameters; without any, nothing is asserted.
     *
     * @throws IllegalArgumentException if there are some and one is missing or means nothing
     */
    public static TagRule of(Map<String, Double> parameters) {
        if (parameters.isEmpty()) {
            return GUESSES_ONLY;
        }
        return new TagRule(
                required(parameters, "minStandardised"),
                required(parameters, "minCosine"),
                required(parameters, "shareOfTop"),
                (int) required(parameters, "mostLabels"));
    }

    /**
     * @param labels what was compared
     * @param cosines with each of them
     */
    public Decision decide(List<VocabularyLabel> labels, double[] cosines) {
        ClipBars bars = ClipBars.of(this, labels, cosines);
        List<Integer> asserted = new ArrayList<>();
        List<Integer> guesses = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (int i : candidates(bars, labels, cosines)) {
            VocabularyLabel label = labels.get(i);
            if (bars.clears(label, cosines[i]) && hasRoom(label, taken)) {
                asserted.add(i);
            } else if (guesses.size() < MOST_GUESSES) {
                guesses.add(i);
            }
        }
        return new Decision(asserted, guesses);
    }

    /** Best first, those that clear the bars and the best of the others; hundreds need not be sorted to name five. */
    private static List<Integer> candidates(ClipBars bars, List<VocabularyLabel> labels, double[] cosines) {
        Comparator<Integer> bestFirst =
                Comparator.<Integer>comparingDouble(i -> -cosines[i]).thenComparing(Comparator.naturalOrder());
        List<Integer> candidates = new ArrayList<>();
        PriorityQueue<Integer> others = new PriorityQueue<>(bestFirst.reversed());
        for (int i = 0; i < cosines.length; i++) {
            VocabularyLabel label = labels.get(i);
            if (label.heard()) {
                if (bars.clears(label, cosines[i])) {
                    candidates.add(i);
                } else if (others.size() < MOST_GUESSES || cosines[i] > cosines[others.element()]) {
                    others.add(i);
                    if (others.size() > MOST_GUESSES) {
                        others.remove();
                    }
                }
            }
        }
        candidates.addAll(others);
        candidates.sort(bestFirst);
        return candidates;
    }

    /** Whether one more label may be asserted beside this one's like; counts it if so. */
    private boolean hasRoom(VocabularyLabel label, Map<String, Integer> taken) {
        OptionalInt topK = label.rule().topK();
        if (topK.isPresent()) {
            return taken.merge("of " + label.taxonomy(), 1, Integer::sum) <= topK.getAsInt();
        }
        boolean counted = label.catId() && label.leastCosine().isEmpty();
        return !counted || taken.merge("CatIDs", 1, Integer::sum) <= mostLabels;
    }

    /**
     * Indices of labels, best first.
     *
     * @param guesses the best of those not asserted
     */
    public record Decision(List<Integer> asserted, List<Integer> guesses) {

        public Decision {
            asserted = List.copyOf(asserted);
            guesses = List.copyOf(guesses);
        }
    }

    private static double required(Map<String, Double> parameters, String name) {
        Double value = parameters.get(name);
        if (value == null || !Double.isFinite(value)) {
            throw new IllegalArgumentException("The model pack does not say " + name + " for its tagging rule.");
        }
        return value;
    }
}
