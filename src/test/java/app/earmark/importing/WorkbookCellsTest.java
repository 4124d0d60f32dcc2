package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells as a spreadsheet shows them. */
class WorkbookCellsTest {

    @TempDir
    Path folder;

    private SheetLibrary library;

    @BeforeEach
    void open() {
        library = new SheetLibrary(folder);
    }

    @AfterEach
    void close() {
        library.close();
    }

    /** A spreadsheet takes a duration that is typed into it for a part of a day. */
    @ParameterizedTest
    @CsvSource({
        "mm:ss.0, 2.5, 0:00:02.5",
        "h:mm:ss, 61, 0:01:01",
        "[h]:mm:ss, 90061, 25:01:01",
        "hh:mm:ss.000, 0.125, 0:00:00.125",
        "h:mm, 420, 0:07",
        "[mm]:ss, 3601, 1:00:01"
    })
    void aTimeIsReadAsATimeNotAsAPartOfADay(String format, double seconds, String read) throws Exception {
        assertThat(cell(seconds / 86_400, format)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 2.5",
        "'#,##0.0 \"s\"', 2.5",
        "'0.0 \"mid:days\"', 2.5",
        "General, 2.5",
        "'[Red]0.0', 2.5",
        "mmm, 2.5"
    })
    void aNumberIsNoTimeAndNoDay(String format, String read) throws Exception {
        assertThat(cell(2.5, format)).isEqualTo(read);
    }

    @Test
    void aDayMayHaveATime() throws Exception {
        assertThat(cell(LocalDateTime.of(2021, 3, 9, 14, 5), "dd.mm.yyyy hh:mm"))
                .isEqualTo("2021-03-09 14:05");
        assertThat(cell(LocalDateTime.of(2021, 3, 9, 0, 0), "d/m")).isEqualTo("2021-03-09");
    }

    @Test
    void aSoundIsFoundByADurationThatASpreadsheetTookForATime() throws Exception {
        library.add("a/take.wav", 2.5, Map.of());
        library.add("b/take.wav", 7, Map.of());
        Path sheet = workbook(book -> {
            Worksheet rows = book.newWorksheet("One");
            rows.value(0, 0, "Filename");
            rows.value(0, 1, "Duration");
            rows.value(0, 2, "Notes");
            rows.value(1, 0, "take.wav");
            rows.value(1, 1, 7 / 86_400.0);
            rows.style(1, 1).format("mm:ss.0").set();
            rows.value(1, 2, "x");
        });
        ImportPlan plan = library.plan(sheet);
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.clip().path()).isEqualTo(library.root.resolve("b/take.wav"));
            assertThat(change.matchedBy()).isEqualTo(MatchedBy.NAME_AND_DURATION);
        });
    }

    @Test
    void aSheetThatIsHiddenIsNotTaken() throws Exception {
        Path sheet = workbook(book -> {
            Worksheet hidden = book.newWorksheet("Lists");
            hidden.value(0, 0, "Filename");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            book.newWorksheet("Sounds").value(0, 0, "Filename");
        });
        assertThat(library.sheets.look(sheet, Optional.empty()).reading()).isEqualTo("Excel workbook, sheet “Sounds”");
    }

    private String cell(Object value, String format) throws Exception {
        Path sheet = workbook(book -> {
            Worksheet rows = book.newWorksheet("One");
            rows.value(0, 0, "Filename");
            rows.value(0, 1, "Notes");
            rows.value(1, 0, "a.wav");
            if (value instanceof LocalDateTime time) {
                rows.value(1, 1, time);
            } else {
                rows.value(1, 1, (Number) value);
            }
            rows.style(1, 1).format(format).set();
        });
        return library.sheets.look(sheet, Optional.empty()).samples().get(0).get(1);
    }

    private interface Filling {
        void fill(Workbook book) throws Exception;
    }

    private Path workbook(Filling filling) throws Exception {
        Path sheet = folder.resolve("s.xlsx");
        try (OutputStream out = Files.newOutputStream(sheet);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook);
        }
        return sheet;
    }
}
