package app.earmark.assembly;

import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.search.QueryNames;
import app.earmark.tagging.Vocabulary;
import app.earmark.tagging.VocabularyLabel;
import app.earmark.ucs.UcsCategory;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The names of the UCS list and of the person's labels, and the prompts as words that they are also known by. */
final class LabelWords implements QueryNames {

    private final UcsTable ucs;
    private final Vocabulary vocabulary;
    private final Supplier<List<Taxonomy>> taxonomies;

    LabelWords(UcsTable ucs, Vocabulary vocabulary, Supplier<List<Taxonomy>> taxonomies) {
        this.ucs = ucs;
        this.vocabulary = vocabulary;
        this.taxonomies = taxonomies;
    }

    @Override
    public Set<String> labels(String typed) {
        String key = TagPrecedence.keyOf(typed);
        Set<String> labels = new LinkedHashSet<>();
        for (UcsEntry entry : ucs.entries()) {
            if (named(entry, key)) {
                labels.add(entry.catId());
            }
        }
        List<Taxonomy> own = taxonomies.get();
        own.stream()
                .flatMap(taxonomy -> taxonomy.labels().stream())
                .filter(label -> TagPrecedence.keyOf(label.label()).equals(key))
                .forEach(label -> labels.add(label.label()));
        if (labels.isEmpty()) {
            Set<String> words = words(typed);
            vocabulary.with(own).labels().stream()
                    .filter(label -> isAlsoKnownBy(label, words))
                    .forEach(label -> labels.add(label.label()));
        }
        // Where it is no label's own name, somebody may have typed it as a label all the same.
        if (!isLabel(key, own)) {
            labels.add(typed.strip());
        }
        return labels;
    }

    private boolean isLabel(String key, List<Taxonomy> own) {
        return ucs.entries().stream()
                        .anyMatch(entry -> TagPrecedence.keyOf(entry.catId()).equals(key)
                                || TagPrecedence.keyOf(entry.categoryFull()).equals(key))
                || own.stream()
                        .flatMap(taxonomy -> taxonomy.labels().stream())
                        .anyMatch(label -> TagPrecedence.keyOf(label.label()).equals(key));
    }

    private static boolean named(UcsEntry entry, String key) {
        return List.of(entry.catId(), entry.categoryFull(), entry.category(), entry.subCategory()).stream()
                .anyMatch(name -> TagPrecedence.keyOf(name).equals(key));
    }

    private static boolean isAlsoKnownBy(VocabularyLabel label, Collection<String> words) {
        return label.prompts().stream().anyMatch(prompt -> words(prompt).containsAll(words));
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+")));
    }

    @Override
    public Optional<String> category(String typed) {
        return ucs.categories().stream()
                .map(UcsCategory::name)
                .filter(name -> name.equalsIgnoreCase(typed.strip()))
                .findFirst();
    }
}
