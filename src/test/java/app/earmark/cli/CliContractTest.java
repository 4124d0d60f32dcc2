package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.EarmarkHome;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what all commands have in common, and the small ones, to docs/cli.md. */
class CliContractTest extends ScannedSounds {

    @Test
    void argumentsThatBeginWithAnAtSignAreTakenAsTheyAre() throws IOException {
        Path named = Files.writeString(folder.resolve("list"), "no such argument");
        Path unrecorded = Path.of("@" + named);
        assertThat(run("search", unrecorded, "--mode", "keyword", "--json").exitCode())
                .isZero();
        assertThat(run("info", unrecorded, "--json").exitCode()).isEqualTo(3);
        assertThat(run("info", unrecorded).err()).contains("@");
    }

    @Test
    void infoKnowsCataloguedAndOtherFiles() throws IOException {
        JsonObject known = run("info", sound(DOOR), "--json").json();
        assertThat(known.get("inCatalogue").getAsBoolean()).isTrue();
        assertThat(known.get("format").getAsString()).isEqualTo("FLAC");
        assertThat(known.getAsJsonObject("fields").get("FXName").getAsString()).isEqualTo("Old Door Closes");

        Path other = WavFile.of(Tones.noise(1, 0.2, 0.5, 96_000)).write(folder.resolve("other/RAIN_x_y_z.wav"));
        JsonObject unknown = run("info", other, "--json").json();
        assertThat(unknown.get("inCatalogue").getAsBoolean()).isFalse();
        assertThat(unknown.get("sampleRate").getAsInt()).isEqualTo(96_000);
        assertThat(unknown.getAsJsonArray("tags").toString()).contains("\"RAIN\"");
    }

    @Test
    void librariesAndModelsAreListed() {
        assertThat(objects(run("libraries", "--json").json().getAsJsonArray("libraries")))
                .singleElement()
                .satisfies(
                        library -> assertThat(library.get("path").getAsString()).isEqualTo(sounds.toString()));
        assertThat(objects(run("model", "list", "--json").json().getAsJsonArray("models")))
                .anySatisfy(model -> {
                    assertThat(model.get("pack").getAsString()).startsWith("starter@");
                    assertThat(model.get("inUse").getAsBoolean()).isTrue();
                    assertThat(model.get("sizeBytes").getAsLong()).isGreaterThan(20_000_000);
                });
    }

    @Test
    void forgettingNeedsAConfirmation() throws IOException {
        Path own = folder.resolve("home of forget");
        Path few = folder.resolve("few");
        Tones.sineFile(few.resolve("a.wav"), 440, 0.2, 44_100);
        Tones.sineFile(few.resolve("b.wav"), 880, 0.2, 44_100);
        CliRun.of(own, "scan", few);

        assertThat(CliRun.of(own, "forget", few.resolve("a.wav")).exitCode()).isEqualTo(4);
        assertThat(CliRun.of(own, "forget", few.resolve("a.wav"), "--yes", "--json")
                        .json()
                        .get("forgotten")
                        .getAsLong())
                .isEqualTo(1);
        assertThat(CliRun.of(own, "forget", few, "--yes").exitCode()).isZero();
        assertThat(CliRun.of(own, "libraries", "--json").json().getAsJsonArray("libraries"))
                .isEmpty();
        assertThat(few.resolve("a.wav")).exists();
    }

    static Stream<List<Object>> wrongUsage() {
        return Stream.of(
                List.of("search"),
                List.of("search", "x", "--mode", "telepathy"),
                List.of("search", "x", "-n", "0"),
                List.of("classify", "x.wav"),
                List.of("tags"),
                List.of("tags", "add", "x.wav"),
                List.of("export", "sheet.ods"),
                List.of("scan"),
                List.of("frobnicate"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("wrongUsage")
    void wrongUsageEndsWithTwoAndASentence(List<Object> arguments) {
        CliRun run = CliRun.of(
                folder.resolve("home of nobody"),
                Stream.concat(arguments.stream(), Stream.of("--json")).toArray());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
        assertThat(run.json().getAsJsonObject("error").get("exitCode").getAsInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"similar", "classify", "info", "tags list", "tags add", "forget", "scan"})
    void whatIsNotThereEndsWithThreeAndASentenceThatNamesIt(String command) {
        Stream<String> extra = command.equals("classify")
                ? Stream.of("--labels", "x")
                : command.equals("tags add") ? Stream.of("label") : Stream.of();
        Object[] arguments = Stream.of(Stream.of(command.split(" ")), Stream.of("nowhere/gone.wav"), extra)
                .flatMap(s -> s)
                .toArray();
        CliRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("gone.wav").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUndecodableFileEndsWithOneAndASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
        CliRun run = run("similar", text);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("text.wav").doesNotContain("Exception");
    }

    @Test
    void humanOutputKeepsEveryNameOnItsLine() {
        CliRun run = run("search", "öffnen", "--mode", "keyword");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains("\"quoted\"\\nöffnen")))
                .hasSize(1);
        assertThat(run.out()).doesNotContain("\u001B");
    }

    @Test
    void catalogueOptionWorksInBothPlaces() {
        Path other = folder.resolve("other catalogue.db");
        assertThat(run("--catalogue", other, "search", "crow", "--mode", "keyword", "--json")
                        .exitCode())
                .isEqualTo(3);
        assertThat(run("search", "crow", "--mode", "keyword", "--json", "--catalogue", other)
                        .exitCode())
                .isEqualTo(3);
        assertThat(paths(run(
                        "search",
                        "crow",
                        "--mode",
                        "keyword",
                        "--json",
                        "--catalogue",
                        new EarmarkHome(home).catalogue())))
                .hasSize(1);
    }

    @Test
    void aNewerCatalogueIsRefusedInASentence() throws IOException {
        Path strange = Files.writeString(folder.resolve("strange.db"), "this is no database at all, but text");
        CliRun run = run("libraries", "--catalogue", strange);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("strange.db").doesNotContain("Exception");
    }

    @Test
    void doctorListsEveryCheck() {
        CliRun run = run("doctor", "--json");
        List<JsonObject> findings = objects(run.json().getAsJsonArray("findings"));
        assertThat(findings)
                .extracting(finding -> finding.get("subject").getAsString())
                .contains("Java", "Catalogue", "FFmpeg", "Model pack", "Sound device", "Locale", "Fonts");
        assertThat(findings)
                .filteredOn(finding -> !finding.get("level").getAsString().equals("OK"))
                .allSatisfy(finding ->
                        assertThat(finding.get("remedy").getAsString()).isNotBlank());
        assertThat(findings)
                .filteredOn(finding -> finding.get("level").getAsString().equals("MISSING"))
                .isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void helpAndVersionNeedNothing() {
        Path untouched = folder.resolve("untouched");
        assertThat(CliRun.of(untouched, "--help").out()).contains("scan", "search", "doctor");
        assertThat(CliRun.of(untouched, "--version").out()).startsWith("Earmark");
        assertThat(untouched).doesNotExist();
    }

    @Test
    void jsonIsOneLineOfOneObject() {
        String out = run("libraries", "--json").out();
        assertThat(out.lines()).hasSize(1);
        assertThat(JsonParser.parseString(out).isJsonObject()).isTrue();
    }
}
