package app.earmark.store;

import static app.earmark.store.Sounds.listened;
import static app.earmark.store.Sounds.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.earmark.library.AssertionRule;
import app.earmark.library.ClipId;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagVerdict;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging and renaming labels, and the taxonomies they stand in. */
class LabelMergeTest {

    private static final float[] VECTOR = {1};

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private List<ClipId> clips;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        clips = Sounds.add(catalogue, "0.wav", "1.wav", "2.wav", "3.wav");
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private static Taxonomy taxonomy(String name, TaxonomyLabel... labels) {
        return new Taxonomy(name, true, AssertionRule.OF_PACK, List.of("the sound of {}"), List.of(labels));
    }

    private static TaxonomyLabel label(String label, String parent, String... prompts) {
        return new TaxonomyLabel(label, Optional.ofNullable(parent), List.of(prompts), OptionalDouble.of(0.3), true);
    }

    @Test
    void whatWasSaidAboutSeveralIsSaidAboutOne() {
        catalogue.tags().hold(List.of(clips.get(0), clips.get(1)), "clang");
        catalogue.tags().reject(List.of(clips.get(1), clips.get(2), clips.get(3)), "clank");
        catalogue.tags().reject(List.of(clips.get(0)), "Sword");
        catalogue.tags().hold(List.of(clips.get(3)), "Sword");
        catalogue.tags().merge(List.of("Clang", "clank"), "Sword");
        assertThat(catalogue.tags().verdictsOn("clang")).isEmpty();
        assertThat(catalogue.tags().verdictsOn("clank")).isEmpty();
        assertThat(catalogue.tags().verdictsOn("sword"))
                .isEqualTo(Map.of(
                        clips.get(0), TagVerdict.REJECTED,
                        clips.get(1), TagVerdict.HOLDS,
                        clips.get(2), TagVerdict.REJECTED,
                        clips.get(3), TagVerdict.HOLDS));
        assertThat(catalogue.tags().ownLabels()).extracting(OwnLabel::label).containsExactly("Sword");
        assertThat(catalogue.journal().undoable().orElseThrow().title())
                .isEqualTo("Merge \"Clang\", \"clank\" into \"Sword\"");

        catalogue.journal().undo();
        assertThat(catalogue.tags().verdictsOn("clank")).hasSize(3);
        assertThat(catalogue.tags().verdictsOn("clang")).hasSize(2);
        assertThat(catalogue.tags().verdictsOn("sword")).hasSize(2);
        assertThat(catalogue.tags().ownLabels())
                .extracting(OwnLabel::label)
                .containsExactlyInAnyOrder("clang", "Sword");
    }

    @Test
    void aRenamedLabelKeepsItsPlacePromptsAndChildren() {
        catalogue
                .taxonomies()
                .save(taxonomy(
                        "Arena",
                        label("weapons", null),
                        label("clang", "weapons", "blades clash"),
                        label("parry", "clang")));
        catalogue.tags().hold(List.of(clips.get(0)), "clang");
        catalogue.tags().merge(List.of("clang"), "sword clang");
        assertThat(catalogue.taxonomies().taxonomy("Arena").orElseThrow().labels())
                .containsExactly(
                        label("weapons", null),
                        label("sword clang", "weapons", "blades clash"),
                        label("parry", "sword clang"));
        assertThat(catalogue.tags().verdictsOn("sword clang")).containsOnlyKeys(clips.get(0));
        assertThat(catalogue.journal().undo().title()).isEqualTo("Rename \"clang\" to \"sword clang\"");
        assertThat(catalogue.taxonomies().taxonomy("Arena").orElseThrow().labels())
                .contains(label("clang", "weapons", "blades clash"), label("parry", "clang"));
        assertThat(catalogue.tags().verdictsOn("clang")).containsOnlyKeys(clips.get(0));
    }

    @Test
    void aLabelIsGivenAnotherSpelling() {
        catalogue.tags().hold(List.of(clips.get(0)), "Echo");
        catalogue.tags().merge(List.of("Echo"), "ECHO");
        assertThat(catalogue.tags().ownLabels()).extracting(OwnLabel::label).containsExactly("ECHO");
        assertThat(catalogue.clips().tagsOf(clips.get(0)).tags())
                .extracting("label")
                .containsExactly("ECHO");
    }

    @Test
    void mergingIntoACatIdLeavesTheModelsClaimsToIt() {
        catalogue.tags().saveOwnLabel(new OwnLabel("creaky", List.of("a creak")));
        catalogue
                .scans()
                .saveListened(
                        List.of(listened(clips.get(0), VECTOR, VECTOR, model("DOORCreak", .8), model("creaky", .9))));
        catalogue.tags().hold(List.of(clips.get(1)), "creaky");
        catalogue.tags().merge(List.of("creaky"), "DOORCreak");
        assertThat(catalogue.tags().ownLabels()).isEmpty();
        assertThat(catalogue.clips().tagsOf(clips.get(0)).tags())
                .extracting("label")
                .containsExactly("DOORCreak");
        assertThat(catalogue.tags().verdictsOn("DOORCreak")).containsOnlyKeys(clips.get(1));
    }

    @Test
    void taxonomiesAreKeptWholeReplacedAndBroughtBack() {
        Taxonomy arena = taxonomy("Arena", label("lion", null, "a lion growls"), label("crowd", null));
        catalogue.taxonomies().save(arena);
        catalogue.taxonomies().save(taxonomy("aaa"));
        assertThat(catalogue.taxonomies().taxonomies())
                .extracting(Taxonomy::name)
                .containsExactly(Taxonomy.OWN, "aaa", "Arena");
        assertThat(catalogue.taxonomies().taxonomy("Arena")).contains(arena);
        catalogue.taxonomies().remove("Arena");
        assertThat(catalogue.taxonomies().taxonomy("Arena")).isEmpty();
        catalogue.journal().undo();
        assertThat(catalogue.taxonomies().taxonomy("Arena")).contains(arena);
        catalogue.journal().undo();
        catalogue.journal().undo();
        assertThat(catalogue.taxonomies().taxonomies())
                .extracting(Taxonomy::name)
                .containsExactly(Taxonomy.OWN);
    }

    @Test
    void removingATaxonomyRemovesTheModelsClaimsToLabelsThatAreInNoOther() {
        catalogue
                .taxonomies()
                .save(taxonomy("Arena", label("lion", null), label("crowd", null), label("DOGBark", null)));
        catalogue.taxonomies().save(taxonomy("Zoo", label("Lion", null)));
        catalogue
                .scans()
                .saveListened(List.of(listened(
                        clips.get(0), VECTOR, VECTOR, model("lion", .9), model("crowd", .8), model("DOGBark", .7))));
        catalogue.tags().hold(List.of(clips.get(1)), "crowd");
        catalogue.taxonomies().remove("Arena");
        assertThat(catalogue.clips().tagsOf(clips.get(0)).tags())
                .extracting("label")
                .containsExactly("lion", "DOGBark");
        assertThat(catalogue.tags().verdictsOn("crowd")).hasSize(1);
        assertThat(catalogue.scans().awaitingTagging(Sounds.PACK, Sounds.VOCABULARY))
                .as("due again, should the label come back")
                .hasSize(1);
    }

    @Test
    void aTaxonomyWithoutANameOrWithALabelTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue.taxonomies().save(taxonomy(" ")));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> catalogue.taxonomies().save(taxonomy("Arena", label("lion", null), label("LION", null))))
                .withMessageContaining("LION");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue.taxonomies().remove(Taxonomy.OWN));
    }
}
