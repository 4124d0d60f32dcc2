package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.ClipId;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as programs and people make them. */
class SheetReadingTest {

    @TempDir
    Path folder;

    private SheetLibrary library;
    private ClipId door;

    @BeforeEach
    void open() {
        library = new SheetLibrary(folder);
        door = library.add("door.wav");
    }

    @AfterEach
    void close() {
        library.close();
    }

    private ReadSheet look(Path sheet) throws Exception {
        return library.sheets.look(sheet, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8|UTF-8",
                "windows-1252|Windows-1252",
                "x-MacRoman|Mac Roman",
                "UTF-16LE|UTF-16 without a byte-order mark",
                "UTF-16BE|UTF-16 without a byte-order mark",
                "UTF-16|UTF-16"
            })
    void theEncodingIsFoundOutAndSaid(String charset, String said) throws Exception {
        String text = "Große Tür fällt “zu” – Café, señor, forêt, Ångström, naïve, œuvre";
        Path sheet = library.sheet(
                "s.csv", "Filename,Description\r\ndoor.wav,\"" + text + "\"\r\n", Charset.forName(charset));

        assertThat(look(sheet).reading()).isEqualTo("CSV, separated by commas, " + said);
        library.take(sheet);
        assertThat(library.field(door, "Description")).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() throws Exception {
        Path sheet = library.sheet("s.csv", "\uFEFFFilename;Notes\ndoor.wav;squeaks, badly\n");
        assertThat(look(sheet).headings()).containsExactly("Filename", "Notes");
        assertThat(look(sheet).reading()).contains("semicolons").contains("byte-order mark");
    }

    @Test
    void aPersonsWordOnTheEncodingCounts() throws Exception {
        Path sheet = library.sheet("s.csv", "Filename,Notes\ndoor.wav,\u017D\n", Charset.forName("windows-1252"));
        ReadSheet read = library.sheets.look(sheet, Optional.of(Charset.forName("x-MacRoman")));
        assertThat(read.samples().get(0).get(1)).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorWillDo(String separator) throws Exception {
        String text = String.join(separator, "File Name", "Cat ID", "FX Name") + "\n"
                + String.join(separator, "door.wav", "doorwood", "\"creaks" + separator + "\n“slowly”\"") + "\n";
        library.take(library.sheet("s.txt", text));
        assertThat(library.tags(door)).containsExactly("DOORWood/person");
        assertThat(library.field(door, "FXName")).isEqualTo("creaks" + separator + "\n“slowly”");
    }

    @Test
    void theLineThatExcelNamesTheSeparatorInIsPassedOver() throws Exception {
        library.take(library.sheet("s.csv", "sep=;\r\nFilename;Notes\r\ndoor.wav;x,y\r\n"));
        assertThat(library.field(door, "Notes")).isEqualTo("x,y");
    }

    @Test
    void headingsMayStandBelowATitleAndBeCalledWhatOtherProgramsCallThem() throws Exception {
        Path sheet = library.sheet(
                "s.csv",
                "Our library 2024,,,\n,,,\nFILE_NAME,BWDescription,Recordist,Mic Perspective\ndoor.wav,An old door,Ann,close\n");
        ImportPlan plan = library.take(sheet);
        assertThat(plan.rows()).isEqualTo(1);
        assertThat(library.field(door, "Description")).isEqualTo("An old door");
        assertThat(library.field(door, "Designer")).isEqualTo("Ann");
        assertThat(library.field(door, "MicPerspective")).isEqualTo("close");
    }

    @Test
    void ofTwoColumnsForOneFieldEarmarksOwnNameCounts() throws Exception {
        Path sheet = library.sheet("s.csv", "Filename,BWDescription,Description,Weather\ndoor.wav,short,long,sunny\n");
        ReadSheet read = look(sheet);
        assertThat(read.proposed().of(1)).isEmpty();
        assertThat(read.proposed().of(2)).get().extracting(ImportField::name).isEqualTo("Description");
        assertThat(read.proposed().of(3)).isEmpty();
    }

    @Test
    void aColumnMayBeTakenAsAnotherField() throws Exception {
        ReadSheet read = look(library.sheet("s.csv", "Filename,Weather,Notes\ndoor.wav,sunny,loud\n"));
        ColumnMapping mapping = read.proposed().with(1, ImportField.named("notes"));
        assertThat(mapping.of(2)).isEmpty();
        library.sheets.apply(
                library.sheets.plan(read, mapping, ImportOptions.STANDARD, app.earmark.progress.Progress.NONE));
        assertThat(library.field(door, "Notes")).isEqualTo("sunny");
    }

    @Test
    void rowsMayBeShorterOrLongerThanTheHeadings() throws Exception {
        library.add("b.wav");
        ImportPlan plan =
                library.plan(library.sheet("s.csv", "Filename,Notes,URL\ndoor.wav,a,b,c,d\n\nb.wav,only notes\n"));
        assertThat(plan.rows()).isEqualTo(2);
        assertThat(plan.changes()).hasSize(2);
    }

    @Test
    void aQuoteThatNeverClosesIsNamedByItsRow() throws Exception {
        Path sheet = library.sheet("s.csv", "Filename,Notes\ndoor.wav,fine\ndoor2.wav,\"never closed\nx,y\n");
        assertThatThrownBy(() -> library.plan(sheet))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining(sheet.toString())
                .hasMessageContaining("row 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ",,,\n"})
    void aSheetWithNothingInItIsRefused(String text) throws Exception {
        Path sheet = library.sheet("s.csv", text);
        assertThatThrownBy(() -> library.plan(sheet))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("s.csv");
    }

    @Test
    void oldWorkbooksAndOtherArchivesAreToldApart() throws Exception {
        Path old = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
        assertThatThrownBy(() -> look(old)).hasMessageContaining("old .xls").hasMessageContaining("save it as .xlsx");
        Path zip = folder.resolve("other.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write(1);
        }
        assertThatThrownBy(() -> look(zip)).hasMessageContaining("no .xlsx workbook");
        Path torn = Files.write(folder.resolve("torn.xlsx"), new byte[] {'P', 'K', 3, 4, 9, 9});
        assertThatThrownBy(() -> look(torn)).isInstanceOf(UnreadableSheet.class).hasMessageContaining("torn.xlsx");
        assertThatThrownBy(() -> look(folder)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> look(folder.resolve("none.csv"))).hasMessageContaining("there is no such file");
    }

    @Test
    void numbersDatesAndBooleansOfAWorkbookReadAsPeopleWriteThem() throws Exception {
        Path sheet = folder.resolve("s.xlsx");
        try (OutputStream out = Files.newOutputStream(sheet);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Empty");
            Worksheet rows = workbook.newWorksheet("Sounds");
            String[] headings = {"Filename", "Track Year", "Release Date", "Rating", "Is Designed", "Track"};
            for (int i = 0; i < headings.length; i++) {
                rows.value(0, i, headings[i]);
            }
            rows.value(1, 0, "door.wav");
            rows.value(1, 1, 2021);
            rows.value(1, 2, java.time.LocalDate.of(2021, 3, 9));
            rows.style(1, 2).format("yyyy-mm-dd").set();
            rows.value(1, 3, 4.5);
            rows.value(1, 4, true);
            rows.value(1, 5, "007");
        }
        assertThat(look(sheet).reading()).isEqualTo("Excel workbook, sheet “Sounds”");
        library.take(sheet);
        assertThat(library.field(door, "TrackYear")).isEqualTo("2021");
        assertThat(library.field(door, "ReleaseDate")).isEqualTo("2021-03-09");
        assertThat(library.field(door, "Rating")).isEqualTo("4.5");
        assertThat(library.field(door, "IsDesigned")).isEqualTo("true");
        assertThat(library.field(door, "Track")).isEqualTo("007");
    }

    @Test
    void aFormulaCountsAsWhatItLastResultedIn() throws Exception {
        Path sheet = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Filename</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>Notes</t></is></c>"
                + "<c r=\"C1\" t=\"inlineStr\"><is><t>URL</t></is></c>"
                + "<c r=\"D1\" t=\"inlineStr\"><is><t>Location</t></is></c>"
                + "<c r=\"E1\" t=\"inlineStr\"><is><t>Rating</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"door\"&amp;\".wav\"</f><v>door.wav</v></c>"
                + "<c r=\"B2\" t=\"str\"><f>UPPER(\"x\")</f><v>LOUD</v></c>"
                + "<c r=\"C2\"><f>NOW()</f></c>"
                + "<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c r=\"E2\"><f>2+2</f><v>4</v></c></row>");
        ImportPlan plan = library.take(sheet);

        assertThat(library.field(door, "Notes")).isEqualTo("LOUD");
        assertThat(library.field(door, "Rating")).isEqualTo("4");
        assertThat(library.field(door, "URL")).isEmpty();
        assertThat(library.field(door, "Location")).isEmpty();
        assertThat(plan.notes())
                .extracting(RowNote::sentence)
                .anySatisfy(note -> assertThat(note).contains("C2").contains("result is not stored"))
                .anySatisfy(note -> assertThat(note).contains("D2").contains("#DIV/0!"));
    }

    @Test
    void aWorkbookThatRefersToOutsideFilesIsNotFollowed() throws Exception {
        Path secret = library.sheet("secret.txt", "secret");
        Path sheet = workbook(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Filename</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>Notes</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>door.wav</t></is></c>"
                        + "<c r=\"B2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
        try {
            library.take(sheet);
        } catch (UnreadableSheet refused) {
            assertThat(refused).hasMessageContaining("raw.xlsx");
        }
        assertThat(library.field(door, "Notes")).doesNotContain("secret");
    }

    private Path workbook(String rows) throws Exception {
        return workbook("", rows);
    }

    private Path workbook(String declarations, String rows) throws Exception {
        Path sheet = folder.resolve("raw.xlsx");
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(sheet))) {
            part(
                    out,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                            + "</Types>");
            part(
                    out,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                            + " Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                            + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                            + " Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    out,
                    "xl/worksheets/sheet1.xml",
                    declarations + "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return sheet;
    }

    private static void part(ZipOutputStream out, String name, String xml) throws Exception {
        out.putNextEntry(new ZipEntry(name));
        out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    @Test
    void jsonMayHoldListsAndABadLineSpoilsOnlyItself() throws Exception {
        library.add("b.wav");
        Path sheet = library.sheet(
                "s.jsonl",
                "{\"filename\":\"door.wav\",\"tags\":[\"wood\",\"a; b\"],\"rating\":4,\"notes\":null}\n{broken\n\n"
                        + "{\"filename\":\"b.wav\",\"notes\":{\"x\":1},\"URL\":\"u\"}\n");
        ImportPlan plan = library.take(sheet);

        assertThat(library.tags(door)).containsExactlyInAnyOrder("wood/person", "a; b/person");
        assertThat(library.field(door, "Rating")).isEqualTo("4");
        assertThat(plan.notes())
                .extracting(RowNote::sentence)
                .contains("Row 2 is no JSON object.")
                .anySatisfy(note -> assertThat(note).startsWith("Row 4 holds an object as “notes”"));
        assertThat(plan.changes()).hasSize(2);
    }

    @Test
    void aListOfJsonObjectsIsCountedFromOneAndWhatIsNoneOfThemIsNamed() throws Exception {
        Path sheet = library.sheet(
                "s.json",
                "[\n {\"Filename\": \"door.wav\", \"IsDesigned\": true}, 7, {\"Filename\": \"none.wav\"}\n]\n");
        ImportPlan plan = library.take(sheet);
        assertThat(library.field(door, "IsDesigned")).isEqualTo("true");
        assertThat(plan.changes()).singleElement().extracting(ClipChange::row).isEqualTo(1L);
        assertThat(plan.notes())
                .filteredOn(note -> note.kind() != RowNote.Kind.CHANGED_FILE)
                .extracting(RowNote::sentence)
                .containsExactly("Row 2 is no JSON object.", "Row 3: the catalogue has no sound called none.wav.");
    }

    @Test
    void columnsWithoutAHeadingAreCalledByTheirLetters() throws Exception {
        Path sheet = library.sheet("s.csv", "Filename" + ",".repeat(27) + "Notes\ndoor.wav" + ",".repeat(27) + "x\n");
        assertThat(look(sheet).headings()).contains("Column B", "Column Z", "Column AA", "Notes");
    }

    @Test
    void ofSeveralSheetsTheOneWithHeadingsIsReadAndTheOthersAreSaid() throws Exception {
        Path sheet = folder.resolve("s.xlsx");
        try (OutputStream out = Files.newOutputStream(sheet);
                Workbook book = new Workbook(out, "test", null)) {
            book.newWorksheet("Cover").value(0, 0, "Read me first");
            Worksheet data = book.newWorksheet("Data");
            data.value(0, 0, "Filename");
            data.value(0, 1, "Notes");
            data.value(1, 0, "door.wav");
            data.value(1, 1, "from the second sheet");
            book.newWorksheet("Empty");
        }
        assertThat(look(sheet).reading()).isEqualTo("Excel workbook, sheet “Data” (not read: “Cover”)");
        library.take(sheet);
        assertThat(library.field(door, "Notes")).isEqualTo("from the second sheet");
    }

    @ParameterizedTest
    @CsvSource({
        "'<f>1+1</f><v></v>', true",
        "'<f>1+1</f><v/>', true",
        "'<f>1+1</f>', true",
        "'<f>1+1</f><v>2</v>', false"
    })
    void formulasThatWereNeverCalculatedAreNamed(String cell, boolean named) throws Exception {
        Path sheet = folder.resolve("s.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(sheet))) {
            part(
                    out,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            part(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    out,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                            + "<c r=\"A1\" t=\"inlineStr\"><is><t>Filename</t></is></c>"
                            + "<c r=\"B1\" t=\"inlineStr\"><is><t>Notes</t></is></c></row><row r=\"2\">"
                            + "<c r=\"A2\" t=\"inlineStr\"><is><t>door.wav</t></is></c>"
                            + "<c r=\"B2\">" + cell + "</c></row></sheetData></worksheet>");
        }
        assertThat(library.plan(sheet).notes().stream().anyMatch(note -> note.sentence()
                        .startsWith("Row 2 has a formula in B2 whose result is not stored")))
                .isEqualTo(named);
    }

    @Test
    void theColumnsOfJsonComeInTheOrderOfTheFile() throws Exception {
        Path sheet = library.sheet(
                "s.jsonl",
                "{\"Zeta\":1,\"Filename\":\"door.wav\",\"Alpha\":2,\"Notes\":\"x\"}\n{\"Mid\":3,\"Beta\":4,\"Alpha\":5}\n");
        assertThat(look(sheet).headings()).containsExactly("Zeta", "Filename", "Alpha", "Notes", "Mid", "Beta");
    }

    @Test
    void jsonThatBreaksOffIsRefused() throws Exception {
        Path sheet = library.sheet("s.json", "[{\"Filename\":\"door.wav\",\"Notes\":\"x\"},");
        assertThatThrownBy(() -> library.plan(sheet))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("s.json");
    }

    @Test
    void aHugeCellArrives() throws Exception {
        String text = "word ".repeat(400_000) + "end";
        library.take(library.sheet("s.csv", "Filename,Notes\ndoor.wav,\"" + text + "\"\n"));
        assertThat(library.field(door, "Notes")).hasSize(text.length());
        assertThat(library.field(door, "Notes")).isEqualTo(text);
    }

    @Test
    void aSheetThatChangedBetweenLookingAndPlanningIsRefused() throws Exception {
        Path sheet = library.sheet("s.csv", "Filename,Notes\ndoor.wav,x\n");
        ReadSheet read = look(sheet);
        library.sheet("s.csv", "Filename,Notes\ndoor.wav,another\n");
        assertThatThrownBy(() -> library.sheets.plan(
                        read, read.proposed(), ImportOptions.STANDARD, app.earmark.progress.Progress.NONE))
                .hasMessageContaining("changed since it was looked at");
    }
}
