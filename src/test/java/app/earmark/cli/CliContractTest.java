package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.SampleSounds;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the command line to docs/cli.md, over a real catalogue of a few real sounds. */
class CliContractTest {

    private static final String DOOR = "DOORWood_Old Door Closes_EARM_DEMO.flac";
    private static final String AWKWARD = "a \"quoted\"\nöffnen, =1+1.wav";

    @TempDir
    static Path folder;

    private static Path home;
    private static Path sounds;
    private static CliRun firstScan;

    @BeforeAll
    static void scanSomeSounds() throws IOException {
        home = folder.resolve("home");
        sounds = Files.createDirectories(folder.resolve("sounds")).toRealPath();
        for (SampleSounds.Sample sample : SampleSounds.list()) {
            if (Set.of(DOOR, "BIRDCrow_Crow Calls Once_EARM_DEMO.wav", "Bells/large bell rings out.ogg")
                    .contains(sample.file())) {
                SampleSounds.unpackTo(sounds, sample);
            }
        }
        WavFile.of(Tones.noise(7, 0.3, 1, 48_000), Tones.noise(8, 0.3, 1, 48_000))
                .as(WavFile.Width.S24)
                .write(sounds.resolve(AWKWARD));
        WavFile.of(Tones.constant(0, 1, 44_100)).write(sounds.resolve("silent.wav"));
        Files.createFile(sounds.resolve("empty.wav"));
        firstScan = run("scan", sounds, "--json");
    }

    private static CliRun run(Object... arguments) {
        return CliRun.of(home, arguments);
    }

    private static Path sound(String name) {
        return sounds.resolve(name);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<String> paths(CliRun run) {
        return objects(run.json().getAsJsonArray("results")).stream()
                .map(hit -> hit.get("path").getAsString())
                .toList();
    }

    @Test
    void scanReportsWhatItDidAndEndsWell() {
        assertThat(firstScan.exitCode()).isZero();
        JsonObject report = firstScan.json();
        assertThat(report.keySet())
                .contains("listed", "embedded", "unchanged", "offline", "failed", "cancelled", "failures");
        assertThat(report.get("listed").getAsLong()).isEqualTo(6);
        assertThat(report.get("embedded").getAsLong()).isEqualTo(5);
        assertThat(report.get("failed").getAsLong()).isEqualTo(1);
        assertThat(report.get("cancelled").getAsBoolean()).isFalse();
        JsonObject failure = report.getAsJsonArray("failures").get(0).getAsJsonObject();
        assertThat(failure.keySet()).containsExactly("path", "code", "message");
        assertThat(failure.get("path").getAsString())
                .isEqualTo(sound("empty.wav").toString());
        assertThat(failure.get("message").getAsString()).contains("empty.wav");
        assertThat(firstScan.err()).contains("empty.wav").contains(sounds.toString());
    }

    @Test
    void aNewLabelIsComparedWithEverySoundAtOnce() {
        assertThat(run("tags", "add", sound(DOOR), "a large church bell", "--json")
                        .exitCode())
                .isZero();
        JsonObject bell = run("tags", "list", sound("Bells/large bell rings out.ogg"), "--json")
                .json();
        assertThat(Stream.of("tags", "guesses")
                        .flatMap(key -> objects(bell.getAsJsonArray(key)).stream())
                        .map(claim -> claim.get("label").getAsString()))
                .contains("a large church bell");
        run("tags", "remove", sound(DOOR), "a large church bell");
    }

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
    void rescanDoesNothingAgain() {
        JsonObject report = run("scan", sounds, "--json").json();
        assertThat(report.get("embedded").getAsLong()).isZero();
        assertThat(report.get("unchanged").getAsLong()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void keywordSearchFindsByPartOfAName() {
        CliRun run = run("search", "crow calls", "--mode", "keyword", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(paths(run))
                .containsExactly(sound("BIRDCrow_Crow Calls Once_EARM_DEMO.wav").toString());
        JsonObject hit = objects(run.json().getAsJsonArray("results")).get(0);
        assertThat(hit.keySet())
                .containsExactly(
                        "path",
                        "score",
                        "similarity",
                        "matched",
                        "durationSeconds",
                        "sampleRate",
                        "channels",
                        "bitDepth",
                        "format",
                        "offline",
                        "pack",
                        "tags",
                        "guesses");
        assertThat(hit.getAsJsonArray("matched")).isNotEmpty();
        assertThat(hit.get("similarity").isJsonNull()).isTrue();
        assertThat(hit.get("format").getAsString()).isEqualTo("WAV");
        assertThat(hit.get("offline").getAsBoolean()).isFalse();
    }

    @Test
    void aNameInTheTradesFormTagsItsClip() {
        JsonObject hit = objects(run("search", "crow", "--mode", "keyword", "--json")
                        .json()
                        .getAsJsonArray("results"))
                .get(0);
        JsonObject tag = hit.getAsJsonArray("tags").get(0).getAsJsonObject();
        assertThat(tag.keySet()).containsExactly("label", "name", "score", "source");
        assertThat(tag.get("label").getAsString()).isEqualTo("BIRDCrow");
        assertThat(tag.get("name").getAsString()).startsWith("BIRDS-");
        assertThat(tag.get("source").getAsString()).isEqualTo("name");
        for (JsonObject guess : objects(hit.getAsJsonArray("guesses"))) {
            assertThat(guess.keySet()).containsExactly("label", "score");
        }
    }

    @Test
    void semanticSearchRanksAllListenedClipsByCosine() {
        CliRun run = run("search", "a bell rings", "--mode", "semantic", "--json");
        List<JsonObject> hits = objects(run.json().getAsJsonArray("results"));
        assertThat(hits).hasSize(4).allSatisfy(hit -> {
            assertThat(hit.get("similarity").getAsDouble()).isBetween(-1.0, 1.0);
            assertThat(hit.get("pack").getAsString()).startsWith("starter@");
            assertThat(hit.getAsJsonArray("matched")).isEmpty();
        });
        assertThat(hits)
                .isSortedAccordingTo((a, b) -> Double.compare(
                        b.get("similarity").getAsDouble(), a.get("similarity").getAsDouble()));
    }

    @Test
    void hybridSearchTakesWordsAndLimits() {
        CliRun run = run("search", "EARM_DEMO", "-n", 1, "--json");
        assertThat(paths(run)).hasSize(1).first().asString().contains("EARM_DEMO");
    }

    @Test
    void filtersNarrowASearch() {
        assertThat(paths(run("search", "wav", "--mode", "keyword", "--rate", 48000, "--json")))
                .containsExactly(sound(AWKWARD).toString());
        assertThat(paths(run("search", "bell", "--format", "flac", "--json")))
                .containsExactly(sound(DOOR).toString());
    }

    @Test
    void similarLeavesTheFileItselfOut() {
        CliRun run = run("similar", sound(DOOR), "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(paths(run)).hasSize(3).doesNotContain(sound(DOOR).toString());
    }

    @Test
    void similarListensToFilesOutsideTheCatalogue() throws IOException {
        Path copy = Files.copy(
                sound(DOOR), Files.createDirectories(folder.resolve("else")).resolve("copy.flac"));
        CliRun run = run("similar", copy, "-n", 2, "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(paths(run)).hasSize(2).first().isEqualTo(sound(DOOR).toString());
    }

    @Test
    void similarThroughALinkIsTheFileItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), sounds);
        CliRun run = run("similar", link.resolve(DOOR), "--json");
        assertThat(paths(run)).hasSize(3).doesNotContain(sound(DOOR).toString());
    }

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

    @Test
    void aPersonsWordOnTagsIsKeptAndTakenBack() {
        Path bell = sound("Bells/large bell rings out.ogg");
        assertThat(labels(run("tags", "add", bell, "bells-large", "spooky", "--json")))
                .contains("spooky:person");
        assertThat(labels(run("tags", "list", bell, "--json"))).contains("spooky:person");
        assertThat(run("tags", "reject", bell, "spooky", "--json")
                        .json()
                        .getAsJsonArray("rejected")
                        .toString())
                .contains("spooky");
        assertThat(labels(run("tags", "list", bell, "--json"))).doesNotContain("spooky:person");
        run("scan", sounds, "--json");
        assertThat(run("tags", "list", bell, "--json")
                        .json()
                        .getAsJsonArray("rejected")
                        .toString())
                .contains("spooky");
        run("tags", "remove", bell, "spooky");
        assertThat(run("tags", "list", bell, "--json").json().getAsJsonArray("rejected"))
                .isEmpty();
    }

    @Test
    void confirmingTakesOnlyWhatWasProposed() {
        assertThat(labels(run("tags", "confirm", sound(DOOR), "doorwood", "--json")))
                .contains("DOORWood:person");
        assertThat(run("tags", "confirm", sound(DOOR), "zebra stampede").exitCode())
                .isEqualTo(3);
        run("tags", "remove", sound(DOOR), "DOORWood");
    }

    private static List<String> labels(CliRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return objects(run.json().getAsJsonArray("tags")).stream()
                .map(tag ->
                        tag.get("label").getAsString() + ":" + tag.get("source").getAsString())
                .toList();
    }

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

    @Test
    void aLibraryThatIsMostlyGoneNeedsAConfirmation() throws IOException {
        Path own = folder.resolve("home of absent");
        Path few = folder.resolve("drive");
        for (int i = 0; i < 4; i++) {
            Tones.sineFile(few.resolve(i + ".wav"), 300 + i, 0.2, 44_100);
        }
        CliRun.of(own, "scan", few);
        for (int i = 0; i < 2; i++) {
            Files.delete(few.resolve(i + ".wav"));
        }
        CliRun refused = CliRun.of(own, "scan", few, "--json");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.json().get("offline").getAsLong()).isZero();
        assertThat(refused.err()).contains("--accept-missing");

        CliRun accepted = CliRun.of(own, "scan", few, "--accept-missing", "--json");
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.json().get("offline").getAsLong()).isEqualTo(2);
    }

    @Test
    void anInterruptedScanReportsWhatItDid() {
        Interruption pressed = new Interruption();
        pressed.request();
        CliRun run = CliRun.with(
                new app.earmark.assembly.StandardParts(),
                pressed,
                folder.resolve("home of interrupted"),
                "scan",
                sounds,
                "--json");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.json().get("cancelled").getAsBoolean()).isTrue();
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
    void tagsOfAFileOutsideTheCatalogueEndWithThree() throws IOException {
        Path other = Tones.sineFile(folder.resolve("loner.wav"), 440, 0.1, 44_100);
        CliRun run = run("tags", "list", other);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("not in the catalogue").contains("earmark scan");
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
