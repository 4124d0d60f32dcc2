package app.earmark.library;

import java.util.Collection;
import java.util.List;

/**
 * A person's set of labels. Labels of the same spelling, whatever the case, are one label in all taxonomies; one that is a
 * CatID replaces the prompts that Earmark brings for it.
 *
 * @param active whether the model looks for its labels
 * @param templates sentences with {@code {}} in place of a prompt, such as {@code the sound of {}}; a label's vector is the
 *     mean over its prompts in all of them. Empty for the prompts as they are
 */
public record Taxonomy(
        String name, boolean active, AssertionRule rule, List<String> templates, List<TaxonomyLabel> labels) {

    /** Holds what a person types in as a tag. */
    public static final String OWN = "My labels";

    /** The person's own labels as a taxonomy. */
    public static Taxonomy ofOwn(Collection<TagCatalog.OwnLabel> labels) {
        return new Taxonomy(
                OWN,
                true,
                AssertionRule.OF_PACK,
                List.of(),
                labels.stream()
                        .map(label -> TaxonomyLabel.of(label.label(), label.prompts()))
                        .toList());
    }

    public Taxonomy {
        templates = List.copyOf(templates);
        labels = List.copyOf(labels);
    }
}
