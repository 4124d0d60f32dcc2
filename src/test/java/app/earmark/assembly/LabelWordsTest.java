package app.earmark.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.Taxonomy;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelWordsTest {

    private final UcsTable ucs = UcsTable.load();
    private final LabelWords words = new LabelWords(
            ucs,
            Vocabulary.ofUcs(ucs),
            () -> List.of(Taxonomy.ofOwn(List.of(new OwnLabel("Sword Clang", List.of("two blades clash loudly"))))));

    @Test
    void aCatIdAndItsFullNameMeanTheCatId() {
        assertThat(words.labels("doorcreak")).containsExactly("DOORCreak");
        assertThat(words.labels("Doors-Creak")).containsExactly("DOORCreak");
    }

    @Test
    void aCategoryMeansAllOfItsLabels() {
        assertThat(words.labels("rain"))
                .contains("RAINVege", "RAINWood", "RAIN")
                .noneMatch(label -> label.startsWith("DOOR"));
    }

    @Test
    void aPersonsLabelIsFoundWhateverItsCase() {
        assertThat(words.labels("sword clang")).contains("Sword Clang");
    }

    @Test
    void whatIsNoNameIsLookedForAmongTheWordsThatALabelIsKnownBy() {
        assertThat(words.labels("blades clash")).contains("Sword Clang");
        assertThat(words.labels("crow")).contains("BIRDCrow");
    }

    @Test
    void aWordThatNothingIsCalledByIsALabelItself() {
        assertThat(words.labels("zzyzx")).containsExactly("zzyzx");
    }

    @Test
    void categoriesAreFoundWhateverTheirCase() {
        assertThat(words.category("food & drink")).contains("FOOD & DRINK");
        assertThat(words.category("zebras")).isEmpty();
    }
}
