package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final UcsTable table = UcsTable.load();
    private final Vocabulary vocabulary = Vocabulary.ofUcs(table);

    @Test
    void describesEveryCatIdOnceInTheOrderOfTheList() {
        assertThat(vocabulary.labels().stream().map(VocabularyLabel::label))
                .containsExactlyElementsOf(
                        table.entries().stream().map(UcsEntry::catId).toList());
    }

    @Test
    void givesEachLabelOneToThreeShortPrompts() {
        assertThat(vocabulary.labels()).allSatisfy(label -> {
            assertThat(label.prompts()).hasSizeBetween(1, 3);
            assertThat(label.prompts())
                    .allSatisfy(p -> assertThat(p).hasSizeBetween(3, 80).isEqualTo(p.strip()));
        });
    }

    @Test
    void givesNoTwoLabelsTheSamePrompt() {
        assertThat(vocabulary.labels().stream().flatMap(l -> l.prompts().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsNothingOfTheArchivedFoleyAndDesignedCategoriesForAudible() {
        var audible = vocabulary.labels().stream()
                .filter(VocabularyLabel::heard)
                .map(label -> table.find(label.label()).orElseThrow().category())
                .collect(Collectors.toSet());
        assertThat(audible).doesNotContain("ARCHIVED", "FOLEY", "DESIGNED").hasSize(79);
    }

    @Test
    void holdsWhatSaysOnlyWhatARecordingIsForForInaudible() {
        assertThat(List.of("CREASrce", "GORESrce", "CRWDLoop", "VOXHist", "EXPLDsgn"))
                .allSatisfy(id ->
                        assertThat(vocabulary.find(id).orElseThrow().heard()).isFalse());
        assertThat(vocabulary.find("AMBForst").orElseThrow().heard()).isTrue();
    }

    @Test
    void addsAPersonsOwnLabels() {
        Vocabulary more = vocabulary.with(
                own(new OwnLabel("my dog Rex", List.of("a small dog yapping")), new OwnLabel("swordy", List.of())));
        assertThat(more.labels()).hasSize(755);
        assertThat(more.find("My Dog Rex").orElseThrow().prompts()).containsExactly("a small dog yapping");
        assertThat(more.find("swordy").orElseThrow().prompts()).containsExactly("swordy");
        assertThat(more.find("swordy").orElseThrow().catId()).isFalse();
    }

    @Test
    void takesAnOwnLabelSpeltLikeACatIdForThatCatId() {
        Vocabulary more = vocabulary.with(own(new OwnLabel("rain", List.of("something else"))));
        assertThat(more.labels()).hasSize(753);
        assertThat(more.find("rain").orElseThrow().catId()).isTrue();
        assertThat(more.find("rain").orElseThrow().label()).isEqualTo("RAIN");
    }

    @Test
    void letsATaxonomySayHowACatIdSounds() {
        Vocabulary more = vocabulary.with(List.of(taxonomy("A", List.of(), label("DOORWood", "an oak gate groans"))));
        VocabularyLabel door = more.find("DOORWood").orElseThrow();
        assertThat(door.prompts()).containsExactly("an oak gate groans");
        assertThat(door.catId()).isTrue();
        assertThat(door.taxonomy()).isEqualTo("A");
    }

    @Test
    void putsEveryPromptIntoEveryTemplate() {
        Vocabulary more = vocabulary.with(List.of(taxonomy(
                "A", List.of("the sound of {}", "{} in an arena"), label("roar", "a crowd roars", "cheering"))));
        assertThat(more.find("roar").orElseThrow().prompts())
                .containsExactly(
                        "the sound of a crowd roars",
                        "a crowd roars in an arena",
                        "the sound of cheering",
                        "cheering in an arena");
    }

    @Test
    void leavesALabelToTheFirstTaxonomyThatSaysMoreThanTheWord() {
        Taxonomy first = taxonomy("A", List.of(), label("roar", "a crowd roars"));
        Taxonomy second = taxonomy("B", List.of(), label("Roar", "a lion roars"));
        List<Taxonomy> all = List.of(Taxonomy.ofOwn(List.of(new OwnLabel("ROAR", List.of()))), first, second);
        VocabularyLabel roar = vocabulary.with(all).find("roar").orElseThrow();
        assertThat(roar.prompts()).containsExactly("a crowd roars");
        assertThat(roar.taxonomy()).isEqualTo("A");
    }

    @Test
    void passesOverATaxonomyThatIsNotActive() {
        Taxonomy resting =
                new Taxonomy("A", false, AssertionRule.OF_PACK, List.of(), List.of(label("roar", "a crowd roars")));
        assertThat(vocabulary.with(List.of(resting)).find("roar")).isEmpty();
    }

    private static Taxonomy taxonomy(String name, List<String> templates, TaxonomyLabel... labels) {
        return new Taxonomy(name, true, AssertionRule.OF_PACK, templates, List.of(labels));
    }

    private static TaxonomyLabel label(String label, String... prompts) {
        return TaxonomyLabel.of(label, List.of(prompts));
    }

    private static List<Taxonomy> own(OwnLabel... labels) {
        return List.of(Taxonomy.ofOwn(List.of(labels)));
    }

    @Test
    void namesCatIdsAndLeavesOwnLabelsAsTheyAre() {
        UcsLabelNames names = new UcsLabelNames(table, vocabulary);
        assertThat(names.nameOf("DOORCreak")).isEqualTo("DOORS-CREAK");
        assertThat(names.categoryOf("DOORCreak")).contains("DOORS");
        assertThat(names.synonymsOf("DOORCreak")).contains("creaking");
        assertThat(names.isCatId("doorcreak")).isFalse();
        assertThat(names.nameOf("swordy")).isEqualTo("swordy");
        assertThat(names.categoryOf("swordy")).isEmpty();
        assertThat(names.synonymsOf("swordy")).isEmpty();
    }

    @Test
    void refusesATableThatLacksOrRepeatsOrMisspellsACatId() {
        assertThatThrownBy(() -> PromptTable.read(new StringReader("RAIN\train\tyes\n"), table))
                .hasMessageContaining("no prompts for");
        assertThatThrownBy(() -> PromptTable.read(new StringReader("RAIN\train\tyes\nRAIN\train\tyes\n"), table))
                .hasMessageContaining("RAIN");
        assertThatThrownBy(() -> PromptTable.read(new StringReader("Rain\train\tyes\n"), table))
                .hasMessageContaining("Rain");
        assertThatThrownBy(() -> PromptTable.read(new StringReader("RAIN\train\tmaybe\n"), table))
                .hasMessageContaining("maybe");
    }
}
