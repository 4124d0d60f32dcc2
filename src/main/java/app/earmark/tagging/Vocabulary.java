package app.earmark.tagging;

import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagPrecedence;
import app.earmark.ucs.UcsTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels the model chooses from: the 753 CatIDs, and the person's own. Immutable. */
public final class Vocabulary {

    private final Map<String, VocabularyLabel> byKey = new LinkedHashMap<>();

    private Vocabulary(Collection<VocabularyLabel> labels) {
        labels.forEach(label -> byKey.putIfAbsent(TagPrecedence.keyOf(label.label()), label));
    }

    /** All CatIDs, in the order of the list. */
    public static Vocabulary ofUcs(UcsTable table) {
        return new Vocabulary(PromptTable.load(table));
    }

    /** This vocabulary and the person's own labels; one that differs from a CatID in case alone is that CatID. */
    public Vocabulary with(Collection<OwnLabel> own) {
        List<VocabularyLabel> all = new ArrayList<>(byKey.values());
        own.forEach(label -> all.add(new VocabularyLabel(
                label.label(), label.prompts().isEmpty() ? List.of(label.label()) : label.prompts(), true, false)));
        return new Vocabulary(all);
    }

    public List<VocabularyLabel> labels() {
        return List.copyOf(byKey.values());
    }

    /** The label of this name; case does not count. */
    public Optional<VocabularyLabel> find(String label) {
        return Optional.ofNullable(byKey.get(TagPrecedence.keyOf(label)));
    }
}
