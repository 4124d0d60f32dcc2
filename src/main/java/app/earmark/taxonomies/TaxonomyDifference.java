package app.earmark.taxonomies;

import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes when one taxonomy takes the place of another.
 *
 * @param added labels that are new
 * @param changed labels with another spelling, parent, prompts, threshold or hearability
 * @param removed labels that go
 * @param settings whether the rule, the templates or being active differ
 */
public record TaxonomyDifference(List<String> added, List<String> changed, List<String> removed, boolean settings) {

    public TaxonomyDifference {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** @param before absent for a taxonomy that is new */
    public static TaxonomyDifference of(Optional<Taxonomy> before, Taxonomy after) {
        Map<String, TaxonomyLabel> old = new LinkedHashMap<>();
        before.ifPresent(
                taxonomy -> taxonomy.labels().forEach(label -> old.put(TagPrecedence.keyOf(label.label()), label)));
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (TaxonomyLabel label : after.labels()) {
            TaxonomyLabel was = old.remove(TagPrecedence.keyOf(label.label()));
            if (was == null) {
                added.add(label.label());
            } else if (!was.equals(label)) {
                changed.add(label.label());
            }
        }
        boolean settings = before.filter(was -> was.active() == after.active()
                        && was.rule().equals(after.rule())
                        && was.templates().equals(after.templates()))
                .isEmpty();
        return new TaxonomyDifference(
                added, changed, old.values().stream().map(TaxonomyLabel::label).toList(), settings);
    }

    /** Whether both are the same but for the order of their labels. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && !settings;
    }
}
