package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code export} writes. */
class ExportFormatsTest extends ScannedSounds {

    @ParameterizedTest
    @ValueSource(strings = {"sheet.csv", "sheet.tsv", "sheet.xlsx", "sheet.json", "sheet.jsonl"})
    void exportWritesEveryFormat(String name) {
        Path sheet = folder.resolve(name);
        CliRun run = run("export", sheet, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("rows").getAsLong()).isEqualTo(6);
        assertThat(run.json().get("path").getAsString()).isEqualTo(sheet.toString());
        assertThat(sheet).isNotEmptyFile();
    }

    @Test
    void exportOfVectorsNamesThePackAndWhatEachRowIsOf() throws IOException {
        Path vectors = folder.resolve("vectors.npy");
        CliRun run = run("export", vectors, "--json", "--query", "crow", "--windows");
        JsonObject printed = run.json();
        long rows = printed.get("rows").getAsLong();
        assertThat(printed.get("path").getAsString()).isEqualTo(vectors.toString());
        assertThat(printed.get("table").getAsString())
                .isEqualTo(folder.resolve("vectors.csv").toString());
        assertThat(printed.get("pack").getAsString()).startsWith("starter@");
        assertThat(rows)
                .isPositive()
                .isGreaterThanOrEqualTo(printed.get("clips").getAsLong());
        assertThat(Files.size(vectors)).isEqualTo(128 + rows * 339 * Float.BYTES);
        try (var lines = CsvReader.builder().ofNamedCsvRecord(folder.resolve("vectors.csv"))) {
            assertThat(lines.stream()).hasSize((int) rows);
        }
        assertThat(run("export", vectors, "--pack", "never@1").exitCode()).isEqualTo(3);
        assertThat(run("export", folder.resolve("sheet.csv"), "--windows").exitCode())
                .isEqualTo(2);
    }

    @Test
    void exportOfAQueryHoldsItsHits() throws IOException {
        Path sheet = folder.resolve("crow.csv");
        run("export", sheet, "--query", "crow", "--mode", "keyword");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(sheet)) {
            assertThat(rows.stream().toList()).singleElement().satisfies(row -> {
                assertThat(row.getField("CatID")).isEqualTo("BIRDCrow");
                assertThat(row.getField("FXName")).isEqualTo("Crow Calls Once");
                assertThat(row.getField("CreatorID")).isEqualTo("EARM");
                assertThat(row.getField("TagSources")).startsWith("name");
            });
        }
    }
}
