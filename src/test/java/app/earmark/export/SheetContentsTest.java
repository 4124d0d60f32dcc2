package app.earmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.progress.Progress;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in cells, and what is said of what does not fit. */
class SheetContentsTest {

    @TempDir
    Path folder;

    @Test
    void aLabelOfThePersonsOwnIsNoCategory() {
        Tag own = new Tag("spooky", "spooky", OptionalDouble.empty(), TagSource.PERSON);
        Tag rain = new Tag("RAIN", "RAIN-GENERAL", OptionalDouble.empty(), TagSource.MODEL);
        assertThat(categoryOf(Map.of(), new ClipTags(List.of(own), List.of(), List.of())))
                .containsOnly("");
        assertThat(categoryOf(Map.of(), new ClipTags(List.of(own, rain), List.of(), List.of())))
                .startsWith("RAIN");
    }

    @Test
    void aCategoryThatIsOnlyWrittenStandsAsItIsUnlessItIsTheOneThatWasRejected() {
        Map<String, String> written = Map.of("CatID", "OURS", "Category", "Our own", "SubCategory", "kind");
        assertThat(categoryOf(written, ClipTags.NONE)).startsWith("OURS", "Our own", "kind");
        assertThat(categoryOf(written, new ClipTags(List.of(), List.of(), List.of("RAIN"))))
                .startsWith("OURS");
    }

    @Test
    void aListOfJsonObjectsHasOneForEachClip() throws Exception {
        Path target = folder.resolve("s.json");
        List<ClipId> three = LongStream.of(1, 2, 3).mapToObj(ClipId::new).toList();
        sheet(Map.of()).write(three, target, Progress.NONE);
        String json = Files.readString(target);
        JsonArray array = JsonParser.parseString(json).getAsJsonArray();
        assertThat(array).hasSize(3);
        assertThat(array.get(2).getAsJsonObject().get("Filename").getAsString()).isEqualTo("3.wav");
        assertThat(json.lines()).hasSize(5);
    }

    @Test
    void textsThatAWorkbookCutsAreCounted() throws Exception {
        assertThat(notes(Map.of("Notes", "x".repeat(XlsxText.LONGEST)), "s.xlsx"))
                .isEmpty();
        assertThat(notes(Map.of("Notes", "x".repeat(XlsxText.LONGEST + 1)), "s.xlsx"))
                .singleElement()
                .asString()
                .startsWith("1 text was longer than the 32767 characters a cell may hold, and was cut");
        String longer = "x".repeat(XlsxText.LONGEST + 1);
        assertThat(notes(Map.of("Notes", longer, "Description", longer), "s.xlsx"))
                .singleElement()
                .asString()
                .startsWith("2 texts were longer");
        assertThat(notes(Map.of("Notes", longer), "s.csv")).isEmpty();
    }

    @Test
    void noCharacterAndNoEscapeIsCutInTwo() {
        for (int before = XlsxText.LONGEST - 12; before < XlsxText.LONGEST + 2; before++) {
            String door = XlsxText.fitting(XlsxText.escape("x".repeat(before) + "🚪" + "y".repeat(20)));
            assertThat(door.length()).isLessThanOrEqualTo(XlsxText.LONGEST);
            assertThat(door.substring(0, door.length() - 1)).matches("x+(🚪y*)?");
            String text = "x".repeat(before) + "\r" + "y".repeat(20);
            String cell = XlsxText.fitting(XlsxText.escape(text));
            assertThat(cell.length()).isBetween(XlsxText.LONGEST - 7, XlsxText.LONGEST);
            assertThat(cell).endsWith("…");
            assertThat(text.startsWith(XlsxText.unescape(cell.substring(0, cell.length() - 1))))
                    .as("cut behind %d", before)
                    .isTrue();
        }
    }

    private List<String> notes(Map<String, String> fields, String name) throws Exception {
        List<String> notes = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
        sheet(fields).write(List.of(new ClipId(1)), folder.resolve(name), progress);
        return notes;
    }

    private static TagSheet sheet(Map<String, String> fields) {
        return new TagSheet(new FixedClips(id -> row(id, fields, ClipTags.NONE)));
    }

    /** CatID, Category, SubCategory and CategoryFull. */
    private static List<String> categoryOf(Map<String, String> fields, ClipTags tags) {
        return SheetColumns.cells(row(1, fields, tags)).subList(4, 8).stream()
                .map(cell -> cell instanceof Cell.Text text ? text.value() : "")
                .toList();
    }

    private static SheetRow row(long id, Map<String, String> fields, ClipTags tags) {
        AudioFacts facts = new AudioFacts("WAV", "pcm_s24le", 2.5, 96_000, 2, OptionalInt.of(24));
        Clip clip = new Clip(
                new ClipId(id),
                new LibraryId(1),
                Path.of("/sounds", id + ".wav").toAbsolutePath(),
                new FileStamp(1, 1),
                Optional.of(facts),
                ClipState.EMBEDDED,
                false,
                Optional.empty());
        return new SheetRow(clip, new ClipFields(fields), tags, Optional.empty());
    }
}
