package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.earmark.export.ColumnPreset;
import app.earmark.library.ClipId;
import app.earmark.library.TagVerdict;
import com.google.gson.Gson;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workbooks that Earmark writes, opened by programs of others, have the cells of the CSV written at the same time. Each test
 * is skipped, and says so, where its program is missing; {@code -Dearmark.python=PATH} names another Python.
 */
class WorkbookReadersIT {

    private static final String PYTHON = System.getProperty("earmark.python", "python3");
    private static final List<String> TEXTS = List.of(
            "Tür knarrt & ächzt <laut> \"so\"",
            "two\nlines\tand a tab",
            "=SUM(A1:A9)",
            "+49 30",
            "_x0041_ and _ alone",
            "😀 🎧 音",
            " padded ",
            "007",
            "1e5",
            "TRUE",
            "2024-03-09",
            "cafe\u0301",
            "x".repeat(20_000));

    @TempDir
    Path folder;

    private SheetLibrary library;
    private Path workbook;
    private List<List<String>> expected;

    @BeforeEach
    void writeAWorkbook() throws Exception {
        library = new SheetLibrary(folder);
        for (int i = 0; i < TEXTS.size(); i++) {
            ClipId clip = library.add("fold er/clip " + i + ".wav", i + 0.25, Map.of("Description", TEXTS.get(i)));
            library.write(clip, "Notes", TEXTS.get(i));
            library.say(clip, "DOORWood", TagVerdict.HOLDS);
            library.say(clip, "a; b", TagVerdict.HOLDS);
        }
        workbook = library.export("sheet.xlsx", ColumnPreset.ALL.columns());
        expected = csv(library.export("expected.csv", ColumnPreset.ALL.columns()));
        assertThat(expected).hasSize(TEXTS.size() + 1);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void openpyxlSeesTheSameCells() throws Exception {
        assumeTrue(
                succeeds(PYTHON, "-c", "import openpyxl"),
                "skipped: " + PYTHON + " has no openpyxl; -Dearmark.python names another");
        Path json = folder.resolve("cells.json");
        String script = "import sys,json,openpyxl\n"
                + "from openpyxl.utils.escape import unescape\n"
                + "s=openpyxl.load_workbook(sys.argv[1]).active\n"
                + "def t(v): return '' if v is None else unescape(v) if isinstance(v,str) else format(v,'.15g')\n"
                + "assert all(c.data_type in 'sn' for r in s.iter_rows() for c in r),'formulas'\n"
                + "json.dump([s.title]+[[t(c.value) for c in r] for r in s.iter_rows()],open(sys.argv[2],'w'))\n";
        assertThat(run(PYTHON, "-W", "ignore", "-c", script, workbook.toString(), json.toString()))
                .isEmpty();
        List<?> cells = new Gson().fromJson(Files.readString(json), List.class);
        assertThat(cells.get(0)).isEqualTo("Clips");
        assertThat(cells.subList(1, cells.size())).isEqualTo(expected);
    }

    @Test
    void libreOfficeSeesTheSameCells() throws Exception {
        assumeTrue(succeeds("sh", "-c", "command -v soffice"), "skipped: LibreOffice's soffice is not installed");
        String said = run(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
                "--outdir",
                folder.resolve("seen").toString(),
                workbook.toString());
        Path seen = folder.resolve("seen/sheet.csv");
        assertThat(seen).as(said).exists();
        assertThat(csv(seen)).isEqualTo(expected);
    }

    private static List<List<String>> csv(Path file) throws Exception {
        try (CsvReader<CsvRecord> reader =
                        CsvReader.builder().detectBomHeader(true).ofCsvRecord(file);
                Stream<CsvRecord> records = reader.stream()) {
            return records.map(CsvRecord::getFields).toList();
        }
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
