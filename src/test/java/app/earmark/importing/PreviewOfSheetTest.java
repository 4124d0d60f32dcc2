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

/** What a person is shown before anything changes. */
class PreviewOfSheetTest {

    private static final ImportOptions REPLACE = new ImportOptions(false, true, false);

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
                Map.of("CatID", "DOORWood"),
                claim("DOORWood", TagSource.FILE),
                claim("squeak", TagSource.MODEL));
        library.say(clip, "powder", TagVerdict.REJECTED);
        library.say(clip, "mine", TagVerdict.HOLDS);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void eachLabelComesWithWhoSaidWhatOfItBefore() throws Exception {
        assertThat(lines("Filename,Tags,Rejected", "a.wav,powder; drizzle,squeak", ImportOptions.STANDARD))
                .containsExactlyInAnyOrder(
                        new TagLine("powder", "rejected", Optional.of(TagVerdict.HOLDS)),
                        new TagLine("drizzle", "", Optional.of(TagVerdict.HOLDS)),
                        new TagLine("squeak", "model", Optional.of(TagVerdict.REJECTED)));
    }

    @Test
    void replacingTakesBackThePersonsWordAndRejectsOthersAndLeavesWhatIsListed() throws Exception {
        assertThat(lines("Filename,Tags", "a.wav,drizzle; DOORWood", REPLACE))
                .containsExactlyInAnyOrder(
                        new TagLine("drizzle", "", Optional.of(TagVerdict.HOLDS)),
                        new TagLine("mine", "person", Optional.empty()),
                        new TagLine("squeak", "model", Optional.of(TagVerdict.REJECTED)));
    }

    @Test
    void replacingTakesBackRejectionsThatAreNotListed() throws Exception {
        library.say(clip, "fog", TagVerdict.REJECTED);
        assertThat(lines("Filename,Rejected", "a.wav,fog", REPLACE))
                .containsExactly(new TagLine("powder", "rejected", Optional.empty()));
        assertThat(lines("Filename,Rejected", "a.wav,fog", ImportOptions.STANDARD))
                .isEmpty();
    }

    @Test
    void theCatIdThatIsShownAlreadyChangesNothing() throws Exception {
        assertThat(lines("Filename,CatID", "a.wav,doorwood", ImportOptions.STANDARD))
                .isEmpty();
    }

    @Test
    void aCatIdThatWasRejectedAndIsStillInTheFileComesBackWhereTheSheetHasIt() throws Exception {
        library.say(clip, "DOORWood", TagVerdict.REJECTED);
        assertThat(lines("Filename,CatID", "a.wav,DOORWood", ImportOptions.STANDARD))
                .containsExactly(new TagLine("DOORWood", "rejected", Optional.of(TagVerdict.HOLDS)));
    }

    private List<TagLine> lines(String headings, String row, ImportOptions options) throws Exception {
        ImportPlan plan = library.plan(library.sheet("s.csv", headings + "\n" + row + "\n"), options);
        return plan.changes().isEmpty() ? List.of() : plan.changes().get(0).tags();
    }
}
