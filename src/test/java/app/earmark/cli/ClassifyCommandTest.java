package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code classify} prints. */
class ClassifyCommandTest extends ScannedSounds {

    @Test
    void classifyPrintsTheWholeMatrixWithoutACatalogue() throws IOException {
        Path elsewhere = folder.resolve("no home");
        CliRun run = CliRun.of(elsewhere, "classify", sounds, "--labels", "door slam, dog bark,rain", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(elsewhere.resolve("catalogue.db")).doesNotExist();
        assertThat(run.json().getAsJsonArray("labels").toString()).isEqualTo("[\"door slam\",\"dog bark\",\"rain\"]");
        List<JsonObject> results = objects(run.json().getAsJsonArray("results"));
        assertThat(results).hasSize(4).allSatisfy(result -> {
            assertThat(result.keySet()).containsExactly("path", "scores");
            List<JsonObject> scores = objects(result.getAsJsonArray("scores"));
            assertThat(scores).hasSize(3).allSatisfy(score -> assertThat(score.keySet())
                    .containsExactly("label", "similarity", "probability"));
            assertThat(scores.stream()
                            .mapToDouble(s -> s.get("probability").getAsDouble())
                            .sum())
                    .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        });
        assertThat(objects(run.json().getAsJsonArray("failures")))
                .extracting(failure -> failure.get("code").getAsString())
                .hasSize(2)
                .contains("SILENT");
    }

    @Test
    void classifyPrintsCsvIntoAPipe() {
        CliRun run = run("classify", sound(AWKWARD), "--labels", "noise,bell");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(run.out())) {
            assertThat(rows.stream().toList()).hasSize(2).allSatisfy(row -> {
                assertThat(row.getHeader()).containsExactly("path", "label", "similarity", "probability");
                assertThat(row.getField("path")).isEqualTo(sound(AWKWARD).toString());
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void classifyReadsLabelsFromAFileAndKeepsTheBest() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.txt"), "# of a house\na door, closing\n\nbell\nrain\n");
        CliRun run = run("classify", sound(DOOR), "--labels-file", labels, "--top", 1, "--json");
        assertThat(run.json().getAsJsonArray("labels")).hasSize(3);
        assertThat(objects(run.json().getAsJsonArray("results")).get(0).getAsJsonArray("scores"))
                .hasSize(1);
    }
}
