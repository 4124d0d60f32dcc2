package app.earmark.tagging;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.ucs.UcsTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels the model chooses from: the 753 CatIDs, and those of the person's active taxonomies. Immutable.
 *
 * <p>What stands in several taxonomies is one label, and the first of them decides how it is looked for; but one that is
 * there as a bare word, in a taxonomy without templates and rule, leaves that to whoever says more. A label that is a CatID takes the
 * place of the prompts that Earmark brings for it. Parents take no part: asserting a label asserts nothing about the one it
 * stands under.
 */
public final class Vocabulary {

    private final Map<String, VocabularyLabel> byKey;

    private Vocabulary(Map<String, VocabularyLabel> byKey) {
        this.byKey = byKey;
    }

    /** All CatIDs, in the order of the list. */
    public static Vocabulary ofUcs(UcsTable table) {
        Map<String, VocabularyLabel> byKey = new LinkedHashMap<>();
        PromptTable.load(table).forEach(label -> byKey.putIfAbsent(TagPrecedence.keyOf(label.label()), label));
        return new Vocabulary(byKey);
    }

    /**
     * These labels and those of the active taxonomies.
     *
     * @param taxonomies in the order in which they count
     */
    public Vocabulary with(Collection<Taxonomy> taxonomies) {
        Map<String, VocabularyLabel> all = new LinkedHashMap<>(byKey);
        Map<String, Boolean> settled = new LinkedHashMap<>();
        for (Taxonomy taxonomy : taxonomies) {
            if (taxonomy.active()) {
                for (TaxonomyLabel label : taxonomy.labels()) {
                    String key = TagPrecedence.keyOf(label.label());
                    boolean told = !isBareWord(taxonomy, label);
                    if (told ? settled.put(key, true) == null : !all.containsKey(key)) {
                        all.put(key, described(taxonomy, label, byKey.get(key)));
                    }
                }
            }
        }
        return new Vocabulary(all);
    }

    private static boolean isBareWord(Taxonomy taxonomy, TaxonomyLabel label) {
        return label.prompts().isEmpty()
                && label.threshold().isEmpty()
                && label.heard()
                && taxonomy.templates().isEmpty()
                && taxonomy.rule().equals(AssertionRule.OF_PACK);
    }

    private static VocabularyLabel described(Taxonomy taxonomy, TaxonomyLabel label, VocabularyLabel brought) {
        boolean catId = brought != null && brought.catId();
        List<String> prompts =
                !label.prompts().isEmpty() ? label.prompts() : catId ? brought.prompts() : List.of(label.label());
        return new VocabularyLabel(
                catId ? brought.label() : label.label(),
                PromptTemplates.fill(taxonomy.templates(), prompts),
                label.heard(),
                catId,
                label.threshold(),
                taxonomy.name(),
                taxonomy.rule());
    }

    public List<VocabularyLabel> labels() {
        return List.copyOf(byKey.values());
    }

    /** The label of this name; case does not count. */
    public Optional<VocabularyLabel> find(String label) {
        return Optional.ofNullable(byKey.get(TagPrecedence.keyOf(label)));
    }
}
