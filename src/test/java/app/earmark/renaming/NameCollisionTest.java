package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that others have, had, or are to have. */
class NameCollisionTest {

    private static final NameOptions NUMBERED = Shelf.numbered(NameOptions.STANDARD);

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void emptyShelf() {
        shelf = new Shelf(folder);
    }

    @Test
    void numbersPassOverANameThatAnotherOfTheBatchGets() {
        shelf.with("a.wav", "RAIN", "FXName", "Heavy")
                .with("b.wav", "RAIN", "FXName", "Heavy")
                .with("z.wav", "RAIN", "FXName", "Heavy 01");
        assertThat(shelf.names(NUMBERED))
                .isEqualTo(Map.of(
                        "a.wav", "RAIN_Heavy 02.wav", "b.wav", "RAIN_Heavy 03.wav", "z.wav", "RAIN_Heavy 01.wav"));
    }

    @Test
    void numbersTakeNamesThatAreLeft() throws IOException {
        Files.writeString(folder.resolve("RAIN_Heavy 01.wav.asd"), "goes along");
        shelf.with("RAIN_Heavy 01.wav", "RAIN", "FXName", "Light")
                .with("a.wav", "RAIN", "FXName", "Heavy")
                .with("b.wav", "RAIN", "FXName", "Heavy");
        assertThat(shelf.names(NUMBERED))
                .isEqualTo(Map.of(
                        "RAIN_Heavy 01.wav",
                        "RAIN_Light.wav",
                        "a.wav",
                        "RAIN_Heavy 01.wav",
                        "b.wav",
                        "RAIN_Heavy 02.wav"));
    }

    @Test
    void aPatternsNamesAreNumberedToo() {
        shelf.with("a.wav", "RAIN").with("b.wav", "RAIN");
        assertThat(shelf.names(Shelf.numbered(Shelf.by("{CatID} take"))))
                .isEqualTo(Map.of("a.wav", "RAIN take 01.wav", "b.wav", "RAIN take 02.wav"));
    }

    @Test
    void aNameThatTheCatalogueRemembersOfAFileThatIsAwayIsNotGiven() {
        shelf.with("a.wav", "RAIN", "FXName", "Heavy");
        RenamePlan plan = shelf.plan(NameOptions.STANDARD, path -> path.endsWith("RAIN_Heavy.wav"));
        assertThat(plan.names().get(0).problem().orElseThrow())
                .contains("“a.wav” can't be called “RAIN_Heavy.wav”: the catalogue remembers a file of that name");
        assertThat(plan.names().get(0).newName()).isEqualTo("RAIN_Heavy.wav");
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void aNameThatTheCatalogueHasOfAFileThatLeavesItIsGiven() {
        shelf.with("RAIN_a.wav", "RAIN", "FXName", "b").with("RAIN_b.wav", "RAIN", "FXName", "a");
        RenamePlan plan = shelf.plan(NameOptions.STANDARD, path -> true);
        assertThat(plan.count(PlannedName.Outcome.RENAMED)).isEqualTo(2);
        assertThat(plan.count(PlannedName.Outcome.PROBLEM)).isZero();
        assertThat(plan.isEmpty()).isFalse();
    }

    @Test
    void ofTwoNamesThatOnlyCaseTellsApartTheOtherStaysTaken() throws IOException {
        Files.writeString(folder.resolve("RAIN_HEAVY.wav"), "not in the batch");
        shelf.with("RAIN_Heavy.wav", "RAIN", "FXName", "Light").with("a.wav", "RAIN", "FXName", "heavy");
        assertThat(shelf.names(NameOptions.STANDARD))
                .containsEntry("RAIN_Heavy.wav", "RAIN_Light.wav")
                .hasEntrySatisfying(
                        "a.wav", problem -> assertThat(problem).contains("there is a file of that name already"));
    }

    @Test
    void aFolderThatIsAwayIsSaidToBe() throws IOException {
        Path away = Files.createDirectory(folder.resolve("away"));
        Shelf there = new Shelf(away).with("a.wav", "RAIN");
        Files.delete(away.resolve("a.wav"));
        Files.delete(away);
        assertThat(there.names(NameOptions.STANDARD).get("a.wav"))
                .isEqualTo("“a.wav” stays: the folder " + away + " is not there.");
    }

    @Test
    void aNameMayHave255BytesAndNoMore() {
        shelf.with("a.wav", "RAIN", "Notes", "x".repeat(251)).with("b.wav", "RAIN", "Notes", "x".repeat(252));
        Map<String, String> names = shelf.names(Shelf.by("{Notes}"));
        assertThat(names).containsEntry("a.wav", "x".repeat(251) + ".wav");
        assertThat(names.get("b.wav")).endsWith("that name is too long by 1 byte.");
    }

    @Test
    void aNameOfNothingButItsExtensionIsNotGiven() {
        shelf.with("a.wav", "RAIN");
        assertThat(shelf.names(Shelf.by("{Notes}")).get("a.wav"))
                .endsWith("that name has nothing before its extension.");
    }
}
