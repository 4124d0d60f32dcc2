package app.earmark.taxonomies;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.tagging.PromptTemplates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What makes a taxonomy one that can be used. */
public final class TaxonomyCheck {

    private TaxonomyCheck() {}

    /**
     * What is wrong with it.
     *
     * @param label index of the label that is wrong; −1 for the taxonomy itself
     * @param sentence what is wrong and what to do
     */
    public record Problem(int label, String sentence) {}

    /** The first thing that is wrong; empty for a taxonomy that can be used. */
    public static Optional<Problem> problem(Taxonomy taxonomy) {
        return ofSettings(taxonomy).map(sentence -> new Problem(-1, sentence)).or(() -> ofLabels(taxonomy.labels()));
    }

    private static Optional<String> ofSettings(Taxonomy taxonomy) {
        AssertionRule rule = taxonomy.rule();
        if (taxonomy.name().isBlank()) {
            return Optional.of("A taxonomy needs a name.");
        }
        if (!isScore(rule.threshold())) {
            return Optional.of("The taxonomy's threshold must be a number from -1 to 1, such as 0.4.");
        }
        if (rule.topK().isPresent() && rule.topK().getAsInt() < 1) {
            return Optional.of("The most labels of one sound (top-K) must be a whole number from 1 on.");
        }
        if (rule.margin().isPresent()
                && !(rule.margin().getAsDouble() >= 0 && rule.margin().getAsDouble() <= 2)) {
            return Optional.of("The margin must be a number from 0 to 2, such as 0.1.");
        }
        return taxonomy.templates().stream()
                .filter(template -> !PromptTemplates.isTemplate(template))
                .findFirst()
                .map(template -> "The template \"" + template + "\" has no {} where the prompt belongs.");
    }

    private static Optional<Problem> ofLabels(List<TaxonomyLabel> labels) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            TaxonomyLabel label = labels.get(i);
            if (places.putIfAbsent(TagPrecedence.keyOf(label.label()), i) != null) {
                return Optional.of(new Problem(
                        i, "The label \"" + label.label() + "\" is there twice (case does not count); keep one."));
            }
            if (!isScore(label.threshold())) {
                return Optional.of(new Problem(
                        i, "The threshold of \"" + label.label() + "\" must be a number from -1 to 1, such as 0.4."));
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            Optional<String> wrong = ofParents(labels, i, places);
            if (wrong.isPresent()) {
                return Optional.of(new Problem(i, wrong.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofParents(List<TaxonomyLabel> labels, int start, Map<String, Integer> places) {
        Set<Integer> passed = new HashSet<>();
        for (Integer i = start; i != null; ) {
            if (!passed.add(i)) {
                return Optional.of("The label \"" + labels.get(start).label()
                        + "\" stands, by its parents, under itself; give one of them another parent.");
            }
            Optional<String> parent = labels.get(i).parent();
            if (parent.isPresent() && !places.containsKey(TagPrecedence.keyOf(parent.get()))) {
                return Optional.of("The parent \"" + parent.get() + "\" of \""
                        + labels.get(i).label()
                        + "\" is no label of this taxonomy; add it as one, not hearable if it is only a heading.");
            }
            i = parent.map(TagPrecedence::keyOf).map(places::get).orElse(null);
        }
        return Optional.empty();
    }

    private static boolean isScore(OptionalDouble score) {
        return score.isEmpty() || score.getAsDouble() >= -1 && score.getAsDouble() <= 1;
    }
}
