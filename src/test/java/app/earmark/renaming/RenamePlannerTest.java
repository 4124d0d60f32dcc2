package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.renaming.PlannedName.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamePlannerTest {

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void emptyShelf() {
        shelf = new Shelf(folder);
    }

    @Test
    void aPlainNameBecomesTheFxNameOfAUcsName() {
        shelf.with("old_door__creak.wav", "DOORCreak");
        NameOptions options = new NameOptions(
                Optional.empty(), Map.of("CreatorID", "EARM", "SourceID", "DEMO"), Map.of(), false, true, true);
        assertThat(shelf.names(options)).containsEntry("old_door__creak.wav", "DOORCreak_old door creak_EARM_DEMO.wav");
    }

    @Test
    void fieldsBeatDefaultsAndWhatWasFixedBeatsFields() {
        shelf.with("x.WAV", "DOORCreak", "FXName", "Barn Door", "CreatorID", "ABC", "UserData", "mono_take 2");
        NameOptions options = new NameOptions(
                Optional.empty(),
                Map.of("CreatorID", "EARM"),
                Map.of("FXName", "Shed/Door: \"old\"?", "UserCategory", "CLOSE"),
                false,
                true,
                true);
        assertThat(shelf.names(options))
                .containsEntry("x.WAV", "DOORCreak-CLOSE_Shed Door old_ABC_NONE_mono_take 2.WAV");
    }

    @Test
    void aNameThatIsRightAlreadyStays() {
        shelf.with(
                "DSGNDist_SUSTAIN-Bathtub Ringout_B00M_CICK.wav",
                Shelf.tags("DSGNDist", TagSource.NAME),
                "CatID",
                "DSGNDist",
                "FXName",
                "SUSTAIN-Bathtub Ringout",
                "VendorCategory",
                "SUSTAIN",
                "CreatorID",
                "B00M",
                "SourceID",
                "CICK");
        assertThat(shelf.plan(NameOptions.STANDARD).names().get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void thePersonsCatIdBeatsTheOneInTheNameWhoseOtherBlocksStay() {
        shelf.with(
                "DOORWood_Gate_B00M_CICK.wav",
                Shelf.tags("DOORMetl", TagSource.PERSON),
                "CatID",
                "DOORWood",
                "FXName",
                "Gate",
                "CreatorID",
                "B00M",
                "SourceID",
                "CICK");
        PlannedName name = shelf.plan(NameOptions.STANDARD).names().get(0);
        assertThat(Shelf.UCS.contains("DOORMetl")).isTrue();
        assertThat(name.newName()).isEqualTo("DOORMetl_Gate_B00M_CICK.wav");
        assertThat(name.category().orElseThrow().source()).isEqualTo(TagSource.PERSON);
    }

    @Test
    void aRejectedCatIdInTheNameIsNotUsedAgainAndWithoutAnyThereIsNoName() {
        ClipTags rejected = new ClipTags(List.of(), List.of(), List.of("DOORWood"));
        shelf.with("DOORWood_Gate.wav", rejected, "CatID", "DOORWood", "FXName", "Gate");
        PlannedName name = shelf.plan(NameOptions.STANDARD).names().get(0);
        assertThat(name.outcome()).isEqualTo(Outcome.PROBLEM);
        assertThat(name.problem().orElseThrow()).contains("“DOORWood_Gate.wav” has no CatID");
    }

    @Test
    void ofSeveralCatIdsOfOneSourceTheOneInTheNameStays() {
        ClipTags two = new ClipTags(
                List.of(
                        new Tag("DOORCreak", "DOORS-CREAK", OptionalDouble.of(0.9), TagSource.PERSON),
                        new Tag("DOORWood", "DOORS-WOOD", OptionalDouble.of(0.2), TagSource.PERSON)),
                List.of(),
                List.of());
        shelf.with("DOORWood_Gate.wav", two, "CatID", "DOORWood", "FXName", "Gate");
        assertThat(shelf.plan(NameOptions.STANDARD).names().get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void twoFilesOfOneNameAreAProblemOfBothAlsoWhenOnlyCaseTellsThemApart() {
        shelf.with("a.wav", "RAIN", "FXName", "Heavy").with("b.wav", "RAIN", "FXName", "heavy");
        assertThat(shelf.names(NameOptions.STANDARD).values()).allSatisfy(problem -> assertThat(problem)
                .contains("can't be called “RAIN_")
                .endsWith("another file would be called so, too."));
    }

    @Test
    void numbersTellThemApartWhereThatIsAskedForAndPassOverTakenOnes() throws IOException {
        Files.writeString(folder.resolve("RAIN_Heavy 01.wav"), "not in the batch");
        shelf.with("a.wav", "RAIN", "FXName", "Heavy")
                .with("b.wav", "RAIN", "FXName", "Heavy")
                .with("c.wav", "RAIN", "FXName", "Light");
        assertThat(shelf.names(Shelf.numbered(NameOptions.STANDARD)))
                .isEqualTo(
                        Map.of("a.wav", "RAIN_Heavy 02.wav", "b.wav", "RAIN_Heavy 03.wav", "c.wav", "RAIN_Light.wav"));
    }

    @Test
    void aFileThatIsInTheWayKeepsItsName() throws IOException {
        Files.writeString(folder.resolve("rain_heavy.WAV"), "in the way on Windows");
        shelf.with("a.wav", "RAIN", "FXName", "Heavy");
        assertThat(shelf.names(NameOptions.STANDARD).get("a.wav")).contains("there is a file of that name already");
    }

    @Test
    void whoCannotMoveKeepsOthersFromTheirNamesToo() {
        shelf.with("RAIN_b.wav", ClipTags.NONE, "FXName", "c").with("x.wav", "RAIN", "FXName", "b");
        Map<String, String> names = shelf.names(NameOptions.STANDARD);
        assertThat(names.get("RAIN_b.wav")).contains("no CatID");
        assertThat(names.get("x.wav")).contains("there is a file of that name already");
    }

    @Test
    void namesMayBePassedOnAndSwapped() {
        shelf.with("RAIN_a.wav", "RAIN", "FXName", "b")
                .with("RAIN_b.wav", "RAIN", "FXName", "a")
                .with("RAIN_c.wav", "RAIN", "FXName", "C");
        RenamePlan plan = shelf.plan(NameOptions.STANDARD);
        assertThat(plan.count(Outcome.RENAMED)).isEqualTo(3);
        assertThat(plan.names().get(2).newName()).isEqualTo("RAIN_C.wav");
    }

    @Test
    void aChangedAVanishedAndAnOverlongFileStayWithASentenceEach() throws IOException {
        shelf.with("changed.wav", "RAIN").with("gone.wav", "RAIN").with("long.wav", "RAIN", "FXName", "ö".repeat(130));
        Files.writeString(folder.resolve("changed.wav"), "something else entirely");
        Files.delete(folder.resolve("gone.wav"));
        Map<String, String> names = shelf.names(NameOptions.STANDARD);
        assertThat(names.get("changed.wav")).contains("“changed.wav” has changed since it was scanned");
        assertThat(names.get("gone.wav")).contains("“gone.wav” is no longer there");
        assertThat(names.get("long.wav")).contains("is too long by 14 bytes");
    }

    @Test
    void reservedAndDottedNamesAreSeenTo() {
        shelf.with("a.wav", "RAIN", "FXName", "con").with("b.wav", "RAIN", "FXName", " . .x. . ");
        Map<String, String> names = shelf.names(Shelf.by("{FXName}"));
        assertThat(names.get("a.wav")).contains("means a device on Windows");
        assertThat(names).containsEntry("b.wav", "x.wav");
    }

    @Test
    void anAccentComposedInAnotherWayIsNoChange() {
        String decomposed = Normalizer.normalize("RAIN_Café.wav", Normalizer.Form.NFD);
        shelf.with(decomposed, "RAIN", "FXName", "Café");
        assertThat(shelf.plan(NameOptions.STANDARD).names().get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void whatBelongsToASoundGoesAlongUnlessAnotherSoundMayOwnIt() throws IOException {
        for (String name : List.of("a.wav.reapeaks", "a.txt", "ab.txt", "b.txt", "b.mp3")) {
            Files.writeString(folder.resolve(name), name);
        }
        shelf.with("a.wav", "RAIN").with("b.wav", "RAIN");
        List<PlannedName> names = shelf.plan(NameOptions.STANDARD).names();
        assertThat(names.get(0).moves().stream()
                        .map(move -> move.to().getFileName().toString()))
                .containsExactly("RAIN_a.wav", "RAIN_a.txt", "RAIN_a.wav.reapeaks");
        assertThat(names.get(1).moves()).hasSize(1);
    }

    @Test
    void aPatternFillsPlaceholdersAndLeavesOutEmptyBrackets() {
        shelf.with("take.wav", "RAIN", "Microphone", "MKH 8040").with("other.wav", "DOORWood");
        assertThat(shelf.names(Shelf.by("{category}-{Name}[ ({Microphone})] {SampleRate}")))
                .isEqualTo(Map.of("take.wav", "RAIN-take (MKH 8040) 96k.wav", "other.wav", "DOORS-other 96k.wav"));
    }

    @Test
    void aPatternThatCountsNumbersTakesAnewWithoutPilingUpNumbers() {
        shelf.with("Rain 7.wav", "RAIN").with("Rain 9.wav", "RAIN");
        assertThat(shelf.names(Shelf.by("{Name} {Number:3}")))
                .isEqualTo(Map.of("Rain 7.wav", "Rain 001.wav", "Rain 9.wav", "Rain 002.wav"));
    }

    @Test
    void aPatternThatCannotWorkIsRefusedWithASentence() {
        Map<String, String> faults = Map.of(
                "{Nonsense}", "There is no placeholder {Nonsense}",
                "name", "needs a placeholder",
                "{FXName}/x", "“/” can't be in a file name",
                "{FXName", "A bracket “{” in the pattern stands alone",
                "[{FXName}", "does not close it",
                "[x]{FXName}", "no placeholder between the brackets",
                "{Number:x}", "a number has from 1 to 9 digits");
        faults.forEach((pattern, sentence) -> assertThatThrownBy(() -> NamePattern.parse(pattern))
                .isInstanceOf(UnusablePattern.class)
                .hasMessageContaining(sentence));
    }
}
