package app.earmark.library;

import java.util.Optional;

/** What a label means. A label that is no CatID of the Universal Category System is a person's own. */
public interface LabelNames {

    /** Knows no CatID: every label is a person's own. */
    LabelNames OWN_ONLY = new LabelNames() {
        @Override
        public boolean isCatId(String label) {
            return false;
        }

        @Override
        public String nameOf(String label) {
            return label;
        }

        @Override
        public Optional<String> categoryOf(String label) {
            return Optional.empty();
        }
    };

    /** Whether the UCS list has this CatID, spelt exactly so. */
    boolean isCatId(String label);

    /** The label for people, such as {@code DOORS-CREAK}; an own label is its own name. */
    String nameOf(String label);

    /** The UCS Category of a CatID, such as {@code DOORS}; empty for own labels. */
    Optional<String> categoryOf(String label);

    /** Further words by which a person may look for the label, separated by blanks; none by default. */
    default String synonymsOf(String label) {
        return "";
    }
}
