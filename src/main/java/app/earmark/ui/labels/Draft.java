package app.earmark.ui.labels;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes of a taxonomy, each giving a new one. */
final class Draft {

    private Draft() {}

    static Taxonomy empty(String name) {
        return new Taxonomy(name, true, AssertionRule.OF_PACK, List.of(), List.of());
    }

    static Taxonomy settings(Taxonomy of, boolean active, AssertionRule rule, List<String> templates) {
        return new Taxonomy(of.name(), active, rule, templates, of.labels());
    }

    static Taxonomy named(Taxonomy of, String name) {
        return new Taxonomy(name, of.active(), of.rule(), of.templates(), of.labels());
    }

    static Taxonomy with(Taxonomy of, TaxonomyLabel label) {
        List<TaxonomyLabel> labels = new ArrayList<>(of.labels());
        labels.add(label);
        return labelled(of, labels);
    }

    /** Changes one label; what stood under its former name stands under the new one. */
    static Taxonomy changed(Taxonomy of, String label, UnaryOperator<TaxonomyLabel> change) {
        String key = TagPrecedence.keyOf(label);
        Optional<TaxonomyLabel> after = find(of, label).map(change);
        return labelled(
                of,
                of.labels().stream()
                        .map(l -> TagPrecedence.keyOf(l.label()).equals(key) ? after.orElse(l) : l)
                        .map(l -> under(l, key, after.map(TaxonomyLabel::label)))
                        .toList());
    }

    /** Leaves a label out; what stood under it stands at the top. */
    static Taxonomy without(Taxonomy of, String label) {
        String key = TagPrecedence.keyOf(label);
        return labelled(
                of,
                of.labels().stream()
                        .filter(l -> !TagPrecedence.keyOf(l.label()).equals(key))
                        .map(l -> under(l, key, Optional.empty()))
                        .toList());
    }

    static Optional<TaxonomyLabel> find(Taxonomy in, String label) {
        String key = TagPrecedence.keyOf(label);
        return in.labels().stream()
                .filter(l -> TagPrecedence.keyOf(l.label()).equals(key))
                .findFirst();
    }

    private static TaxonomyLabel under(TaxonomyLabel label, String formerKey, Optional<String> parent) {
        boolean child = label.parent()
                .map(TagPrecedence::keyOf)
                .filter(formerKey::equals)
                .isPresent();
        return child
                ? new TaxonomyLabel(label.label(), parent, label.prompts(), label.threshold(), label.heard())
                : label;
    }

    private static Taxonomy labelled(Taxonomy of, List<TaxonomyLabel> labels) {
        return new Taxonomy(of.name(), of.active(), of.rule(), of.templates(), labels);
    }
}
