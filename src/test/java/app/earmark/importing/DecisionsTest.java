package app.earmark.importing;

import static app.earmark.importing.SheetLibrary.claim;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows change, and what they leave alone. */
class DecisionsTest {

    private static final ImportOptions FILL = new ImportOptions(true, false, false);
    private static final ImportOptions REPLACE = new ImportOptions(false, true, false);
    private static final ImportOptions CLEAR = new ImportOptions(false, false, true);

    @TempDir
    Path folder;

    private SheetLibrary library;
    private ClipId clip;

    @BeforeEach
    void open() {
        library = new SheetLibrary(folder);
        clip = library.add(
                "a.wav",
                2.5,
                Map.of("Description", "from the file"),
                claim("DOORWood", TagSource.FILE),
                claim("squeak", TagSource.MODEL));
    }

    @AfterEach
    void close() {
        library.close();
    }

    private ImportPlan take(String headings, String row, ImportOptions options) throws Exception {
        return library.take(library.sheet("s.csv", headings + "\n" + row + "\n"), options);
    }

    private ImportPlan take(String headings, String row) throws Exception {
        return take(headings, row, ImportOptions.STANDARD);
    }

    @Test
    void newTagsBecomeThePersonsAndThoseThatHoldStayWhose() throws Exception {
        take("Filename,Tags", "a.wav,squeak; drizzle");
        assertThat(library.tags(clip)).containsExactly("drizzle/person", "DOORWood/file", "squeak/model");
    }

    @Test
    void whatAModelSaidElsewhereIsNotThePersonsWord() throws Exception {
        take("Filename,Tags,TagSources", "a.wav,squeak; drizzle; fog,person; model; person");
        assertThat(library.tags(clip)).containsExactly("fog/person", "squeak/person", "DOORWood/file");
    }

    @Test
    void replacingEndsWhatIsNotListed() throws Exception {
        library.say(clip, "mine", TagVerdict.HOLDS);
        take("Filename,Tags", "a.wav,drizzle", REPLACE);
        assertThat(library.tags(clip)).containsExactly("drizzle/person");
        assertThat(library.catalogue.clips().tagsOf(clip).rejected()).containsExactly("DOORWood", "squeak");
    }

    @Test
    void anEmptyCellReplacesNothing() throws Exception {
        assertThat(take("Filename,Tags,Notes", "a.wav,,", REPLACE).changes()).isEmpty();
    }

    @Test
    void rejectionsAreTaken() throws Exception {
        take("Filename,Rejected", "a.wav,squeak; powder");
        assertThat(library.catalogue.clips().tagsOf(clip).rejected()).containsExactly("powder", "squeak");
    }

    @Test
    void anotherCatIdTakesThePlaceOfTheOneBefore() throws Exception {
        take("Filename,CatID", "a.wav,rainvege");
        assertThat(library.tags(clip)).containsExactly("RAINVege/person", "squeak/model");
        assertThat(library.catalogue.clips().tagsOf(clip).rejected()).containsExactly("DOORWood");
    }

    @Test
    void aFullNameOrBothPartsOfItWillDo() throws Exception {
        take("Filename,Category,SubCategory", "a.wav,Doors,creak");
        assertThat(library.tags(clip)).contains("DOORCreak/person");
        take("Filename,CategoryFull", "a.wav,WEATHER - Thunder");
        assertThat(library.tags(clip)).contains("THUN/person").doesNotContain("DOORCreak/person");
    }

    @Test
    void aCategoryThatShowsOnceTheRowHasEndedAnotherIsNotThePersons() throws Exception {
        Map<String, String> written =
                Map.of("CatID", "RAINVege", "Category", "RAIN", "SubCategory", "VEGETATION", "CategoryFull", "");
        library.add("b.wav", 2.5, written, claim("THUN", TagSource.FILE));
        assertThat(take("Filename,CatID,Rejected", "b.wav,RAINVege,THUN").changes())
                .flatExtracting(ClipChange::tags)
                .containsExactly(new TagLine("THUN", "file", Optional.of(TagVerdict.REJECTED)));
        assertThat(take("Filename,Category,SubCategory", "b.wav,RAIN,VEGETATION")
                        .changes())
                .as("as the file says, since no tag says otherwise")
                .isEmpty();
    }

    @Test
    void aCategoryNamedBesideItsOwnRejectionEndsHoweverOftenTheRowIsTaken() throws Exception {
        take("Filename,CatID,Rejected", "a.wav,DOORWood,DOORWood");
        assertThat(take("Filename,CatID,Rejected", "a.wav,DOORWood,DOORWood").changes())
                .isEmpty();
        assertThat(library.tags(clip)).containsExactly("squeak/model");
    }

    @Test
    void aRejectionThatIsTakenBackShowsTheFilesCategoryAgain() throws Exception {
        ClipId other = library.add("b.wav", 2.5, Map.of("CatID", "RAINVege"));
        library.say(other, "RAINVege", TagVerdict.REJECTED);
        library.say(other, "powder", TagVerdict.REJECTED);
        take("Filename,CatID,Rejected", "b.wav,RAINVege,powder", REPLACE);
        assertThat(library.tags(other)).isEmpty();
        assertThat(library.catalogue.clips().tagsOf(other).rejected()).containsExactly("powder");
    }

    /** Takes the row and asserts that it says nothing new when it is taken again. */
    private void takeForGood(String headings, String row, ImportOptions options) throws Exception {
        take(headings, row, options);
        assertThat(library.plan(folder.resolve("s.csv"), options).changes())
                .as("the second time")
                .isEmpty();
    }

    private List<String> rejected(ClipId of) {
        return library.catalogue.clips().tagsOf(of).rejected();
    }

    @Test
    void aCatIdThatIsCorrectedBesideTheTagsTakesThePlaceOfTheOneAmongThemForGood() throws Exception {
        takeForGood("Filename,Tags,CatID", "a.wav,DOORWood; squeak,THUN", ImportOptions.STANDARD);
        assertThat(library.tags(clip)).containsExactly("THUN/person", "squeak/model");
        assertThat(rejected(clip)).containsExactly("DOORWood");
        takeForGood(
                "Filename,Tags,TagSources,CatID", "a.wav,THUN; squeak,person; model,RAINVege", ImportOptions.STANDARD);
        assertThat(library.tags(clip)).containsExactly("RAINVege/person", "squeak/model");
    }

    @Test
    void aCatIdIsShownAfterwardsWhateverOtherCatIdsThePersonSaid() throws Exception {
        library.say(clip, "AMBPark", TagVerdict.HOLDS);
        library.say(clip, "RAINVege", TagVerdict.HOLDS);
        library.say(clip, "WINDGust", TagVerdict.HOLDS);
        takeForGood("Filename,CatID", "a.wav,THUN", ImportOptions.STANDARD);
        assertThat(library.tags(clip))
                .as("those that would be shown before it are taken back")
                .containsExactly("THUN/person", "WINDGust/person", "DOORWood/file", "squeak/model");
    }

    @Test
    void theRowsOwnCategoryIsNotReplaced() throws Exception {
        takeForGood("Filename,Tags,CatID", "a.wav,drizzle,THUN", REPLACE);
        assertThat(library.tags(clip)).containsExactly("THUN/person", "drizzle/person");
        takeForGood("Filename,Tags,CatID", "a.wav,drizzle,DOORFoo", REPLACE);
        assertThat(library.tags(clip)).containsExactly("DOORFoo/person", "drizzle/person");
    }

    @Test
    void whatTheRowDoesNotListStaysEndedThoughItListsOtherRejections() throws Exception {
        library.say(clip, "fog", TagVerdict.REJECTED);
        takeForGood("Filename,Tags,Rejected", "a.wav,DOORWood,powder", REPLACE);
        assertThat(library.tags(clip)).containsExactly("DOORWood/file");
        assertThat(rejected(clip)).as("nobody else says fog").containsExactly("powder", "squeak");
    }

    @Test
    void whatComesToLightWhenTheRowEndsACategoryEndsWithIt() throws Exception {
        ClipId other =
                library.add("b.wav", 2.5, Map.of(), claim("THUN", TagSource.FILE), claim("RAINVege", TagSource.MODEL));
        takeForGood("Filename,Tags", "b.wav,drizzle", REPLACE);
        assertThat(library.tags(other)).containsExactly("drizzle/person");
    }

    @Test
    void aModelsCategoryThatThePersonsHidesNeedNotBeRejected() throws Exception {
        ClipId other = library.add("b.wav", 2.5, Map.of(), claim("RAINVege", TagSource.MODEL));
        takeForGood("Filename,Tags,TagSources", "b.wav,THUN,person", REPLACE);
        assertThat(library.tags(other)).containsExactly("THUN/person");
        assertThat(rejected(other)).isEmpty();
    }

    @Test
    void aTextForACategoryThatTheRowItselfEndsIsTakenAtOnce() throws Exception {
        takeForGood("Filename,CategoryFull,Rejected", "a.wav,our own,DOORWood", ImportOptions.STANDARD);
        assertThat(library.field(clip, "CategoryFull")).isEqualTo("our own");
    }

    @Test
    void aCategoryTypedOverTheOwnTextCountsMoreForGood() throws Exception {
        library.add("b.wav");
        takeForGood("Filename,Category,OwnCategory", "b.wav,new,old", ImportOptions.STANDARD);
        assertThat(library.field(library.all().get(1), "Category")).isEqualTo("new");
    }

    @Test
    void aCatIdOfTheNameThatNoListHasIsNotThePersons() throws Exception {
        ClipId other = library.add("b.wav", 2.5, Map.of("CatID", "DOORFoo"));
        library.say(other, "THUN", TagVerdict.HOLDS);
        assertThat(take("Filename,CatID,Tags,TagSources", "b.wav,DOORFoo,,").changes())
                .as("a sheet of the time before the person spoke")
                .isEmpty();
    }

    @Test
    void aCatIdIsNewsWhereOnlyATextCallsTheCategoryByItsName() throws Exception {
        ClipId other = library.add("b.wav", 2.5, Map.of());
        library.write(other, "CatID", "DOORS-WOOD");
        takeForGood("Filename,CatID", "b.wav,DOORWood", ImportOptions.STANDARD);
        assertThat(library.tags(other)).containsExactly("DOORWood/person");
    }

    @Test
    void aLabelThatIsJustCalledLikeACategoryStaysItself() throws Exception {
        library.say(clip, "Rain - Vegetation", TagVerdict.HOLDS);
        library.say(clip, "Weather - Thunder", TagVerdict.REJECTED);
        assertThat(library.plan(library.export("s.csv", app.earmark.export.ColumnPreset.ALL.columns()))
                        .changes())
                .isEmpty();
    }

    @Test
    void outerBlanksAreNoChange() throws Exception {
        library.add("b.wav", 2.5, Map.of("Description", " padded ", "Category", "our own "));
        assertThat(take("Filename,Description,Category", "b.wav,padded,our own").changes())
                .isEmpty();
        assertThat(take("Filename,Description,Category", "b.wav,  padded,our own  ")
                        .changes())
                .isEmpty();
    }

    @Test
    void anUnknownCatIdIsKeptAsALabelAndSaid() throws Exception {
        ImportPlan plan = take("Filename,CatID", "a.wav,DOORFoo");
        assertThat(library.tags(clip)).contains("DOORFoo/person", "DOORWood/file");
        assertThat(plan.notes())
                .extracting(RowNote::sentence)
                .contains("Row 2: “DOORFoo” is no CatID of UCS 8.2.1; it is kept as a label of your own.");
    }

    @Test
    void aCategoryTypedBesideACatIdThatWasLeftIsSaidToBePassedOver() throws Exception {
        ImportPlan plan = take("Filename,CatID,Category,SubCategory", "a.wav,doorwood,WEATHER,THUNDER");
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.notes())
                .extracting(RowNote::sentence)
                .contains(
                        "Row 2: its category is that of THUN, but its CatID doorwood counts; change or empty the CatID if"
                                + " the category is right.");
    }

    @Test
    void categoriesLeftBesideANewCatIdOrAsTheFileHasThemAreNotWorthANote() throws Exception {
        assertThat(take("Filename,CatID,Category,SubCategory", "a.wav,THUN,DOORS,WOOD")
                        .notes())
                .extracting(RowNote::kind)
                .containsOnly(RowNote.Kind.CHANGED_FILE);
        library.add("b.wav", 2.5, Map.of("CatID", "THUN", "Category", "RAIN", "SubCategory", "VEGETATION"));
        assertThat(take("Filename,CatID,Category,SubCategory,Notes", "b.wav,THUN,RAIN,VEGETATION,n")
                        .notes())
                .extracting(RowNote::kind)
                .containsOnly(RowNote.Kind.CHANGED_FILE);
    }

    @Test
    void aCategoryOutsideTheListIsKeptAsTextWhereThereIsNone() throws Exception {
        ClipId other = library.add("b.wav");
        take("Filename,Category,SubCategory", "b.wav,Our own,kind");
        assertThat(library.field(other, "Category")).isEqualTo("Our own");
        assertThat(library.field(other, "SubCategory")).isEqualTo("kind");
    }

    @Test
    void textsThatDifferBecomeThePersons() throws Exception {
        ImportPlan plan = take("Filename,Description,Notes", "a.wav,from me,new");
        assertThat(plan.changes().get(0).fields())
                .containsExactlyInAnyOrder(
                        new FieldLine("Description", "from the file", "from me"), new FieldLine("Notes", "", "new"));
        assertThat(library.field(clip, "Description")).isEqualTo("from me");
    }

    @Test
    void fillingGapsLeavesWhatIsThere() throws Exception {
        take("Filename,Description,Notes,CatID,Tags", "a.wav,from me,new,THUN,drizzle", FILL);
        assertThat(library.field(clip, "Description")).isEqualTo("from the file");
        assertThat(library.field(clip, "Notes")).isEqualTo("new");
        assertThat(library.tags(clip)).containsExactly("drizzle/person", "DOORWood/file", "squeak/model");
    }

    @Test
    void emptyCellsClearOnlyWhenAsked() throws Exception {
        assertThat(take("Filename,Description", "a.wav,").changes()).isEmpty();
        take("Filename,Description", "a.wav,", CLEAR);
        assertThat(library.field(clip, "Description")).isEmpty();
    }

    @Test
    void whatAPresetWroteComesBackAsWhatItWas() throws Exception {
        ClipId clip = library.add("preset.wav");
        library.write(clip, "Library", "Doors of Berlin");
        for (app.earmark.export.ColumnPreset preset : app.earmark.export.ColumnPreset.BUILT_IN) {
            Path sheet = library.export("preset.csv", preset.columns());
            assertThat(library.plan(sheet).changes()).as(preset.name()).isEmpty();
        }
    }

    @Test
    void itIsOneStepThatUndoTakesBack() throws Exception {
        SheetLibrary.Content before = library.content();
        take("Filename,Description,Tags,CatID", "a.wav,x,drizzle,THUN");
        assertThat(library.catalogue.journal().undo().title()).isEqualTo("Import s.csv");
        assertThat(library.content()).isEqualTo(before);
    }

    @Test
    void aTextThatAWorkbookCutIsNotTakenForANewOne() throws Exception {
        String text = "long ".repeat(8_000);
        library.write(clip, "Notes", text);
        Path sheet = library.export("s.xlsx", app.earmark.export.ColumnPreset.ALL.columns());
        assertThat(library.plan(sheet).changes()).isEmpty();
    }

    @Test
    void lineBreaksOfAnotherSystemAreNoChange() throws Exception {
        library.write(clip, "Notes", "one\r\ntwo");
        assertThat(take("Filename,Notes", "a.wav,\"one\ntwo\"").changes()).isEmpty();
    }
}
