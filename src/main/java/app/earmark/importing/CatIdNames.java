package app.earmark.importing;

import app.earmark.library.LabelNames;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.Optional;

/** Names CatIDs from the list. */
record CatIdNames(UcsTable ucs) implements LabelNames {

    @Override
    public boolean isCatId(String label) {
        return ucs.contains(label);
    }

    @Override
    public String nameOf(String label) {
        return ucs.find(label).map(UcsEntry::categoryFull).orElse(label);
    }

    @Override
    public Optional<String> categoryOf(String label) {
        return ucs.find(label).map(UcsEntry::category);
    }
}
