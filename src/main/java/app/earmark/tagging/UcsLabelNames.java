package app.earmark.tagging;

import app.earmark.library.LabelNames;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.Optional;

/** Names CatIDs from the list; a label is also found by the words of its prompts. */
public final class UcsLabelNames implements LabelNames {

    private final UcsTable table;
    private final Vocabulary vocabulary;

    public UcsLabelNames(UcsTable table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    @Override
    public boolean isCatId(String label) {
        return table.contains(label);
    }

    @Override
    public String nameOf(String label) {
        return table.find(label).map(UcsEntry::categoryFull).orElse(label);
    }

    @Override
    public Optional<String> categoryOf(String label) {
        return table.find(label).map(UcsEntry::category);
    }

    @Override
    public String synonymsOf(String label) {
        return vocabulary
                .find(label)
                .map(found -> String.join(" ", found.prompts()))
                .orElse("");
    }
}
