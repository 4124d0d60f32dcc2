package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row speaks of which sound. */
class MatchingTest {

    @TempDir
    Path folder;

    private SheetLibrary library;
    private ClipId inA;
    private ClipId inB;
    private ClipId lone;

    @BeforeEach
    void open() {
        library = new SheetLibrary(folder);
        inA = library.add("a/take 1.wav", 2.5, Map.of());
        inB = library.add("b/take 1.wav", 7.0, Map.of());
        lone = library.add("Café.wav", 61.25, Map.of());
    }

    @AfterEach
    void close() {
        library.close();
    }

    private ImportPlan plan(String rows) throws Exception {
        return library.plan(library.sheet("s.csv", "FilePath,Filename,Length,Content Hash,Notes\n" + rows + "\n"));
    }

    private ClipChange only(String row) throws Exception {
        ImportPlan plan = plan(row);
        assertThat(plan.notes())
                .filteredOn(note -> note.kind() != RowNote.Kind.CHANGED_FILE)
                .isEmpty();
        assertThat(plan.changes()).hasSize(1);
        return plan.changes().get(0);
    }

    private String none(String row) throws Exception {
        ImportPlan plan = plan(row);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.notes()).hasSize(1);
        return plan.notes().get(0).sentence();
    }

    @Test
    void aPathIsSurestHoweverItsAccentsAreComposed() throws Exception {
        ClipChange change = only("\"" + library.root + "/Cafe\u0301.wav\",,,,x");
        assertThat(change.clip().id()).isEqualTo(lone);
        assertThat(change.matchedBy()).isEqualTo(MatchedBy.PATH);
    }

    @Test
    void aFolderAndANameMakeAPath() throws Exception {
        assertThat(only("\"" + library.root + "/b/\",take 1.wav,,,x").matchedBy())
                .isEqualTo(MatchedBy.PATH);
    }

    @Test
    void aWholePathMayStandInTheColumnOfTheName() throws Exception {
        ClipChange change = only(",\"" + library.root + "/b/take 1.wav\",,,x");
        assertThat(change.clip().id()).isEqualTo(inB);
        assertThat(change.matchedBy()).isEqualTo(MatchedBy.PATH);
        assertThat(only(",C:\\Elsewhere\\Café.wav,,,x").matchedBy()).isEqualTo(MatchedBy.NAME);
    }

    @Test
    void theColumnOfThePathIsTheSurerOfTwo() throws Exception {
        ClipChange change = only("\"" + library.root + "/b/take 1.wav\",\"" + library.root + "/a/take 1.wav\",,,x");
        assertThat(change.clip().id()).isEqualTo(inB);
    }

    @Test
    void ofNamesThatDifferInCaseTheSameOneIsMeant() throws Exception {
        ClipId small = library.add("c/noon.wav", 1, Map.of());
        library.add("d/NOON.wav", 1, Map.of());
        assertThat(only(",noon.wav,,,x").clip().id()).isEqualTo(small);
        assertThat(none(",Noon.wav,,,x")).contains("2 sounds are called Noon.wav");
    }

    @Test
    void ofManyThatCouldBeMeantThreeAreNamed() throws Exception {
        library.add("c/take 1.wav", 2.5, Map.of());
        assertThat(none(",take 1.wav,,,x")).endsWith("take 1.wav.").doesNotContain("others");
        library.add("d/take 1.wav", 2.5, Map.of());
        assertThat(none(",take 1.wav,,,x")).startsWith("Row 2: 4 sounds").endsWith(" and others.");
    }

    @Test
    void aNameAndADurationTellTakesApart() throws Exception {
        ClipChange change = only("C:\\Elsewhere\\take 1.wav,,0:07,,x");
        assertThat(change.clip().id()).isEqualTo(inB);
        assertThat(change.matchedBy()).isEqualTo(MatchedBy.NAME_AND_DURATION);
    }

    @Test
    void withoutADurationFoldersOfTheSameNameTell() throws Exception {
        ClipChange change = only("/Volumes/Other/a/take 1.wav,take 1.wav,,,x");
        assertThat(change.clip().id()).isEqualTo(inA);
        assertThat(change.matchedBy()).isEqualTo(MatchedBy.NAME_AND_FOLDER);
    }

    @Test
    void aNameAloneWillDoWhereOneSoundHasIt() throws Exception {
        assertThat(only(",CAFÉ.WAV,,,x").matchedBy()).isEqualTo(MatchedBy.NAME);
    }

    @Test
    void aRenamedSoundIsFoundByItsContent() throws Exception {
        ClipChange change = only(",renamed.wav,2.5," + SheetLibrary.hash(inA) + ",x");
        assertThat(change.clip().id()).isEqualTo(inA);
        assertThat(change.matchedBy()).isEqualTo(MatchedBy.CONTENT);
    }

    @Test
    void severalThatCouldBeMeantAreNamed() throws Exception {
        assertThat(none(",take 1.wav,,,x"))
                .startsWith("Row 2: 2 sounds are called take 1.wav: ")
                .contains("/a/take 1.wav")
                .contains("/b/take 1.wav");
    }

    @Test
    void aNameThatFitsWithADurationThatDoesNotIsNoMatch() throws Exception {
        assertThat(none(",Café.wav,12.00,,x"))
                .isEqualTo("Row 2: Café.wav lasts 12.00 s in the sheet, but 61.25 s in the catalogue.");
    }

    @Test
    void anUnknownSoundAndANamelessRowAreNamed() throws Exception {
        assertThat(none(",nowhere.wav,,,x")).isEqualTo("Row 2: the catalogue has no sound called nowhere.wav.");
        assertThat(none(",,,,x")).isEqualTo("Row 2 names no sound.");
    }

    @Test
    void ofTwoRowsForOneSoundTheSurerCounts() throws Exception {
        ImportPlan plan = plan(",Café.wav,,,by name\n" + library.root + "/Café.wav,,,,by path\n,Café.wav,,,again");
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.row()).isEqualTo(3);
            assertThat(change.fields().get(0).after()).isEqualTo("by path");
        });
        assertThat(plan.notes(RowNote.Kind.DUPLICATE)).isEqualTo(2);
        assertThat(plan.notes().get(0).sentence()).isEqualTo("Row 2 speaks of the same sound as row 3, which counts.");
    }

    @Test
    void aFileThatIsNotWhatWasScannedIsNoted() throws Exception {
        ImportPlan plan = plan(",Café.wav,,,x");
        assertThat(plan.notes()).singleElement().satisfies(note -> assertThat(note.sentence())
                .contains("is not there now"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5,2.5",
        "0:02.5,2.5",
        "00:00:02.500,2.5",
        "2,2",
        "1:01,61",
        "1:00:00,3600",
        "'2,5',2.5",
        "2500 ms,2.5",
        "3 s,3"
    })
    void durationsAreReadAsProgramsWriteThem(String text, double seconds) {
        assertThat(SheetDuration.parse(text))
                .get()
                .extracting(SheetDuration::seconds)
                .isEqualTo(seconds);
    }

    @Test
    void whatIsNoDurationIsNone() {
        assertThat(SheetDuration.parse("long")).isEmpty();
        assertThat(SheetDuration.parse("")).isEmpty();
        assertThat(SheetDuration.parse("2")).get().matches(d -> d.fits(2.9) && d.fits(1.4) && !d.fits(3.1));
        assertThat(SheetDuration.parse("2.50")).get().matches(d -> d.fits(2.49) && !d.fits(2.45));
    }

    @Test
    void planningStopsWhenAsked() throws Exception {
        ReadSheet read = library.sheets.look(library.sheet("s.csv", "Filename,Notes\nCafé.wav,x\n"), Optional.empty());
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> library.sheets.plan(read, read.proposed(), ImportOptions.STANDARD, cancelled))
                .isInstanceOf(CancelledWork.class);
    }
}
