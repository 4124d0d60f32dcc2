package app.earmark.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSheetTest {

    private static final List<ClipId> ONE = List.of(new ClipId(1));
    private static final Tag DOOR = new Tag("DOORCreak", "DOORS-CREAK", OptionalDouble.of(0.71234), TagSource.MODEL);
    private static final Tag OWN = new Tag("spooky", "spooky", OptionalDouble.empty(), TagSource.PERSON);

    @TempDir
    Path folder;

    private static SheetRow row(String name, Map<String, String> fields, ClipTags tags) {
        AudioFacts facts = new AudioFacts("WAV", "pcm_s24le", 2.5, 96_000, 2, OptionalInt.of(24));
        Clip clip = new Clip(
                new ClipId(1),
                new LibraryId(1),
                Path.of("/sounds").resolve(name).toAbsolutePath(),
                new FileStamp(1, 1),
                Optional.of(facts),
                ClipState.EMBEDDED,
                false,
                Optional.empty());
        return new SheetRow(clip, new ClipFields(fields), tags, Optional.of(new PackId("starter", "1.0.0")));
    }

    private Path write(SheetRow row, String name) throws SheetFailure, CancelledWork {
        Path target = folder.resolve(name);
        assertThat(new TagSheet(new FixedClips(id -> row)).write(ONE, target, Progress.NONE))
                .isEqualTo(1);
        return target;
    }

    private static NamedCsvRecord onlyRecord(Path csv, char separator) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(csv)) {
            List<NamedCsvRecord> records = reader.stream().toList();
            assertThat(records).hasSize(1);
            return records.get(0);
        }
    }

    @Test
    void columnsStandInTheTradesOrderWithEarmarksOwnLast() {
        assertThat(String.join(",", SheetColumns.names()))
                .isEqualTo(
                        "Filename,FilePath,Description,Keywords,CatID,Category,SubCategory,CategoryFull,FXName,"
                                + "UserCategory,VendorCategory,CreatorID,SourceID,UserData,Library,Designer,Manufacturer,"
                                + "ShortID,Show,Source,Microphone,MicPerspective,RecMedium,RecType,Location,TrackTitle,"
                                + "TrackYear,Notes,URL,Rating,LongID,Track,Artist,CDTitle,Volume,ReleaseDate,ShootDate,OpenTier,"
                                + "Embedder,Project,Originator,IsDesigned,ContentType,Channels,SampleRate,BitDepth,Duration,Tags,TagScores,"
                                + "TagSources,Model,Rejected,OwnFields,ContentHash,OwnCatID,OwnCategory,OwnCategoryFull,OwnSubCategory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet.csv", "sheet.tsv"})
    void separatedTextReadsBackAsWritten(String name) throws Exception {
        Map<String, String> fields = Map.of("Description", "line one\nline \"two\", déjà vu 音", "Keywords", "a\tb");
        Path sheet =
                write(row("crack, \"loud\".wav", fields, new ClipTags(List.of(OWN, DOOR), List.of(), List.of())), name);

        NamedCsvRecord read = onlyRecord(sheet, name.endsWith("csv") ? ',' : '\t');

        assertThat(read.getField("Filename")).isEqualTo("crack, \"loud\".wav");
        assertThat(read.getField("Description")).isEqualTo(fields.get("Description"));
        assertThat(read.getField("Keywords")).isEqualTo("a\tb");
        assertThat(read.getField("SampleRate")).isEqualTo("96000");
        assertThat(read.getField("Duration")).isEqualTo("2.5");
        assertThat(read.getField("Tags")).isEqualTo("spooky; DOORCreak");
        assertThat(read.getField("TagScores")).isEqualTo("; 0.7123");
        assertThat(read.getField("TagSources")).isEqualTo("person; model");
        assertThat(read.getField("Model")).isEqualTo("starter@1.0.0");
    }

    @Test
    void linesEndAsTheStandardSaysAndTextIsPlainUtf8() throws Exception {
        Path sheet = write(row("é.wav", Map.of(), ClipTags.NONE), "sheet.csv");
        String text = Files.readString(sheet);
        assertThat(text)
                .startsWith("Filename,FilePath")
                .contains("OwnSubCategory\r\n")
                .endsWith("starter@1.0.0,,,,,,,\r\n");
    }

    @Test
    void workbookReadsBackAsWritten() throws Exception {
        Map<String, String> fields = Map.of("Description", "a \u0001 & <b> 音 😀", "Notes", "x".repeat(40_000));
        Path sheet = write(row("door.wav", fields, new ClipTags(List.of(DOOR), List.of(), List.of())), "sheet.xlsx");

        try (InputStream in = Files.newInputStream(sheet);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            List<String> names = SheetColumns.names();
            Row row = rows.get(1);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Filename");
            assertThat(row.getCellText(names.indexOf("Description"))).isEqualTo("a _x0001_ & <b> 音 😀");
            assertThat(row.getCellText(names.indexOf("Notes"))).hasSize(XlsxText.LONGEST);
            assertThat(row.getCellAsNumber(names.indexOf("SampleRate")).orElseThrow())
                    .isEqualByComparingTo("96000");
            assertThat(row.getCellText(names.indexOf("CategoryFull"))).isEqualTo("DOORS-CREAK");
            assertThat(row.getCellText(names.indexOf("Category"))).isEqualTo("DOORS");
            assertThat(row.getCellText(names.indexOf("SubCategory"))).isEqualTo("CREAK");
        }
    }

    @Test
    void jsonKeepsNumbersTextAndAbsence() throws Exception {
        SheetRow row = row("=1+1.wav", Map.of(), new ClipTags(List.of(DOOR), List.of(), List.of()));
        JsonArray sheet = JsonParser.parseString(Files.readString(write(row, "sheet.json")))
                .getAsJsonArray();

        var object = sheet.get(0).getAsJsonObject();
        assertThat(sheet).hasSize(1);
        assertThat(object.keySet()).containsExactlyElementsOf(SheetColumns.names());
        assertThat(object.get("Filename").getAsString()).isEqualTo("=1+1.wav");
        assertThat(object.get("SampleRate").toString()).isEqualTo("96000");
        assertThat(object.get("Duration").toString()).isEqualTo("2.5");
        assertThat(object.get("Description").isJsonNull()).isTrue();
    }

    @Test
    void jsonLinesHoldAnObjectEach() throws Exception {
        TagSheet sheet = new TagSheet(new FixedClips(id -> row("a\nb" + id + ".wav", Map.of(), ClipTags.NONE)));
        Path target = folder.resolve("sheet.jsonl");
        sheet.write(List.of(new ClipId(1), new ClipId(2)), target, Progress.NONE);

        assertThat(Files.readAllLines(target)).hasSize(2).allSatisfy(line -> assertThat(JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("Filename")
                        .getAsString())
                .startsWith("a\nb"));
    }

    @Test
    void emptySheetsAreValid() throws Exception {
        TagSheet sheet = new TagSheet(new FixedClips(id -> null));
        Path target = folder.resolve("none.json");
        assertThat(sheet.write(ONE, target, Progress.NONE)).isZero();
        assertThat(JsonParser.parseString(Files.readString(target)).getAsJsonArray())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void textThatLooksLikeAFormulaIsDefused(String text) throws Exception {
        SheetRow row = row("x.wav", Map.of("Description", text), ClipTags.NONE);

        assertThat(onlyRecord(write(row, "s.csv"), ',').getField("Description")).isEqualTo("'" + text);
        assertThat(onlyRecord(write(row, "s.tsv"), '\t').getField("Description"))
                .isEqualTo("'" + text);
        assertThat(JsonParser.parseString(Files.readString(write(row, "s.json")))
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("Description")
                        .getAsString())
                .isEqualTo(text);
    }

    @Test
    void aPersonsTagDecidesTheCategoryColumns() throws Exception {
        Tag person = new Tag("RAIN", "RAIN-GENERAL", OptionalDouble.empty(), TagSource.PERSON);
        SheetRow row = row(
                "x.wav",
                Map.of("CatID", "DOORCreak", "Category", "DOORS"),
                new ClipTags(List.of(person, DOOR), List.of(), List.of()));

        assertThat(SheetColumns.cells(row).subList(4, 8))
                .extracting(cell -> ((Cell.Text) cell).value())
                .containsExactly("RAIN", "RAIN", "GENERAL", "RAIN-GENERAL");
    }

    @Test
    void aRejectedCategoryIsNotExported() {
        SheetRow row = row(
                "x.wav",
                Map.of("CatID", "DOORCreak", "Category", "DOORS"),
                new ClipTags(List.of(), List.of(), List.of("DOORCreak")));

        assertThat(SheetColumns.cells(row).subList(4, 8)).containsOnly(Cell.EMPTY);
    }

    @Test
    void anUnknownExtensionIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> write(row("x.wav", Map.of(), ClipTags.NONE), "sheet.ods"))
                .isInstanceOf(SheetFailure.class)
                .hasMessageContaining(".csv, .tsv, .xlsx, .json, .jsonl");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCancelledExportLeavesTheOlderSheetAndNoRemains() throws Exception {
        Path target = Files.writeString(folder.resolve("sheet.csv"), "older");
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> new TagSheet(new FixedClips(id -> null)).write(ONE, target, cancelled))
                .isInstanceOf(CancelledWork.class);
        assertThat(target).hasContent("older");
        assertThat(folder).isDirectoryContaining(target::equals).satisfies(f -> {
            try (var files = Files.list(f)) {
                assertThat(files).hasSize(1);
            }
        });
    }

    @Test
    void aFolderInTheWayIsNamed() throws Exception {
        Files.createDirectory(folder.resolve("sheet.csv"));
        assertThatThrownBy(() -> write(row("x.wav", Map.of(), ClipTags.NONE), "sheet.csv"))
                .isInstanceOf(SheetFailure.class)
                .hasMessageContaining("sheet.csv")
                .hasMessageContaining("no ordinary file");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> write(row("x.wav", Map.of(), ClipTags.NONE), "nowhere/sheet.csv"))
                .isInstanceOf(SheetFailure.class)
                .hasMessageContaining("its folder does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"big.csv", "big.xlsx"})
    void moreClipsThanOneReadArriveInOrder(String name) throws Exception {
        TagSheet sheet = new TagSheet(new FixedClips(id -> row(id + ".wav", Map.of(), ClipTags.NONE)));
        List<ClipId> ids = LongStream.range(0, 1_501).mapToObj(ClipId::new).toList();
        Path target = folder.resolve(name);

        assertThat(sheet.write(ids, target, Progress.NONE)).isEqualTo(1_501);

        assertThat(firstColumn(target))
                .hasSize(1_502)
                .contains("0.wav", "1500.wav")
                .element(1_000)
                .isEqualTo("999.wav");
    }

    private static List<String> firstColumn(Path sheet) throws IOException {
        if (sheet.toString().endsWith(".csv")) {
            try (var reader = CsvReader.builder().ofCsvRecord(sheet)) {
                return reader.stream().map(r -> r.getField(0)).toList();
            }
        }
        try (InputStream in = Files.newInputStream(sheet);
                ReadableWorkbook workbook = new ReadableWorkbook(in);
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(r -> r.getCellText(0)).toList();
        }
    }
}
