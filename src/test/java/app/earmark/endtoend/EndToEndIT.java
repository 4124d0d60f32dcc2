package app.earmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.Access;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.SampleSounds;
import app.earmark.assembly.StandardParts;
import app.earmark.library.PackId;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job through the launcher, step by step over one catalogue. The sounds are the bundled samples (recordings from
 * Debian's sonic-pi-samples, each CC0 and credited in {@code demo/index.tsv}) among a crowd of made-up ones.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

    private static final int CROWD = 150;
    private static final String DOOR = "DOORWood_Old Door Closes_EARM_DEMO.flac";
    private static final String UCS = "DSGNDist_SUSTAIN-Bathtub Ringout_B00M_CICK.wav";
    private static final boolean WINDOWS = OS.WINDOWS.isCurrentOs();

    /** Windows allows neither quotes nor new lines in names. */
    private static final List<String> AWKWARD = WINDOWS
            ? List.of("Türen öffnen.wav", "=1+1.wav", "雨.wav")
            : List.of("Türen öffnen.wav", "=1+1.wav", "雨.wav", "new\nline.wav", "\"quoted\" and 'single'.wav");

    @TempDir
    static Path folder;

    private static Path sounds;
    private static Launcher earmark;
    private static EarmarkHome home;
    private static int total;

    @BeforeAll
    static void layOutALibrary() throws Exception {
        sounds = Files.createDirectories(folder.resolve("Söunds")).toRealPath();
        home = new EarmarkHome(folder.resolve("home"));
        earmark = new Launcher(home.folder(), Files.createDirectories(folder.resolve("streams")));
        SampleSounds.unpackTo(sounds);
        WavFile.of(Tones.sweep(90, 60, 0.7, 3, 96_000), Tones.sweep(91, 61, 0.7, 3, 96_000))
                .as(WavFile.Width.S24)
                .as(WavFile.Header.EXTENSIBLE)
                .write(sounds.resolve(UCS));
        for (String name : AWKWARD) {
            Tones.sineFile(sounds.resolve("awkward").resolve(name), 200 + name.length(), 0.5, 22_050);
        }
        for (int i = 0; i < CROWD; i++) {
            WavFile.of(Tones.noise(i, 0.05 + i / 400.0, 3, 44_100)).write(sounds.resolve("crowd/take " + i + ".wav"));
        }
        total = SampleSounds.list().size() + 1 + AWKWARD.size() + CROWD;
    }

    private static long embedded() throws Exception {
        PackId pack;
        try (var loaded = new StandardParts().loadPack(home)) {
            pack = loaded.id();
        }
        var catalogue = new StandardParts().openCatalogue(home.catalogue(), Access.READ);
        try (AutoCloseable open = catalogue.handle()) {
            return catalogue.embeddings().count(pack);
        }
    }

    /** Waits until some more clips, but not all, are in the catalogue. */
    private static void awaitMore(Launcher.Running scan, long than) throws Exception {
        while (scan.process().isAlive()) {
            if (Files.exists(home.catalogue()) && embedded() >= than + 5) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the scan ended early: " + Files.readString(scan.err()));
    }

    private static List<JsonObject> results(Launcher.Result result) {
        return StreamSupport.stream(result.json().getAsJsonArray("results").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String firstHit(Object... arguments) throws Exception {
        Launcher.Result result = earmark.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Path.of(results(result).get(0).get("path").getAsString())
                .getFileName()
                .toString();
    }

    @Test
    @Order(1)
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCStopsAScanWhichReportsWhatItDid() throws Exception {
        Launcher.Running scan = earmark.start("scan", sounds, "--json");
        awaitMore(scan, 0);
        scan.interrupt();
        Launcher.Result result = scan.await();

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.json().get("cancelled").getAsBoolean()).isTrue();
        assertThat(result.json().get("embedded").getAsLong())
                .isEqualTo(embedded())
                .isBetween(5L, total - 1L);
    }

    @Test
    @Order(2)
    void aKilledScanResumesWithoutRedoingAnything() throws Exception {
        long before = Files.exists(home.catalogue()) ? embedded() : 0;
        Launcher.Running scan = earmark.start("scan", sounds);
        awaitMore(scan, before);
        scan.kill();
        scan.process().waitFor();
        long kept = embedded();
        assertThat(kept).isBetween(before + 5, total - 1L);

        Launcher.Result resumed = earmark.run("scan", sounds, "--json");

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.json().get("listed").getAsLong()).isEqualTo(total);
        assertThat(resumed.json().get("embedded").getAsLong()).isEqualTo(total - kept);
        assertThat(resumed.json().get("failed").getAsLong()).as(resumed.out()).isZero();
        assertThat(embedded()).isEqualTo(total);
    }

    @Test
    @Order(3)
    void aDescriptionAndACodeBothFindTheirClip() throws Exception {
        assertThat(firstHit("search", "heavy wooden door closes slowly", "--json"))
                .isEqualTo(DOOR);
        assertThat(firstHit("search", "B00M_CICK", "--json")).isEqualTo(UCS);
        assertThat(firstHit("search", "öffnen", "--json")).isEqualTo("Türen öffnen.wav");
    }

    @Test
    @Order(4)
    void soundsAreFoundByHowTheySound() throws Exception {
        Path copy = Files.copy(sounds.resolve(DOOR), folder.resolve("unknown recording.flac"));
        assertThat(firstHit("similar", copy, "--json")).isEqualTo(DOOR);
        assertThat(results(earmark.run("search", "a large bell rings", "--mode", "semantic", "-n", 10, "--json")))
                .extracting(hit -> hit.get("path").getAsString())
                .anyMatch(path -> path.endsWith("large bell rings out.ogg"));
    }

    @Test
    @Order(5)
    void everyHitSaysWhatItIs() throws Exception {
        JsonObject hit = results(earmark.run("search", "B00M_CICK", "--json")).get(0);
        assertThat(hit.get("path").getAsString()).isEqualTo(sounds.resolve(UCS).toString());
        assertThat(hit.get("sampleRate").getAsInt()).isEqualTo(96_000);
        assertThat(hit.get("bitDepth").getAsInt()).isEqualTo(24);
        assertThat(hit.get("channels").getAsInt()).isEqualTo(2);
        assertThat(hit.get("durationSeconds").getAsDouble()).isEqualTo(3);
        assertThat(hit.getAsJsonArray("tags")
                        .get(0)
                        .getAsJsonObject()
                        .get("label")
                        .getAsString())
                .isEqualTo("DSGNDist");
        assertThat(hit.getAsJsonArray("matched").toString()).contains("B00M");
    }

    @Test
    @Order(6)
    void aPersonsTagsSurviveAMoveAndAChange() throws Exception {
        Path take = sounds.resolve("crowd/take 3.wav");
        Path other = sounds.resolve("crowd/take 4.wav");
        assertThat(earmark.run("tags", "add", take, "DOORS-CREAK", "ghost house")
                        .exitCode())
                .isZero();
        assertThat(earmark.run("tags", "add", other, "kept").exitCode()).isZero();
        assertThat(earmark.run("tags", "reject", sounds.resolve(UCS), "DSGNDist")
                        .exitCode())
                .isZero();

        Path moved = Files.move(take, sounds.resolve("moved take.wav"));
        WavFile.of(Tones.noise(999, 0.4, 2, 44_100)).write(other);
        Files.setLastModifiedTime(other, FileTime.fromMillis(System.currentTimeMillis() + 5_000));
        JsonObject report = earmark.run("scan", sounds, "--json").json();

        assertThat(report.get("embedded").getAsLong())
                .as("only the changed file")
                .isEqualTo(1);
        assertThat(report.get("offline").getAsLong()).isZero();
        assertThat(earmark.run("tags", "list", moved, "--json").out()).contains("DOORCreak", "ghost house");
        assertThat(earmark.run("tags", "list", other, "--json").out()).contains("kept");
        assertThat(earmark.run("tags", "list", sounds.resolve(UCS), "--json")
                        .json()
                        .getAsJsonArray("rejected")
                        .toString())
                .contains("DSGNDist");
        earmark.run("tags", "remove", sounds.resolve(UCS), "DSGNDist");
    }

    @Test
    @Order(7)
    void aRescanRedoesNothing() throws Exception {
        JsonObject report = earmark.run("scan", sounds, "--json").json();
        assertThat(report.get("embedded").getAsLong()).isZero();
        assertThat(report.get("unchanged").getAsLong()).isEqualTo(total);
        assertThat(report.get("offline").getAsLong()).isZero();
    }

    @Test
    @Order(8)
    void theSheetHoldsEveryClip() throws Exception {
        Path sheet = folder.resolve("sheet.csv");
        Launcher.Result export = earmark.run("export", sheet, "--json");
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.json().get("rows").getAsLong()).isEqualTo(total);

        Map<String, NamedCsvRecord> rows;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(sheet)) {
            rows = reader.stream().collect(Collectors.toMap(row -> row.getField("Filename"), Function.identity()));
        }
        assertThat(rows).hasSize(total);
        for (String name : AWKWARD) {
            String cell = name.startsWith("=") ? "'" + name : name;
            assertThat(rows).containsKey(cell);
            assertThat(rows.get(cell).getField("FilePath"))
                    .isEqualTo(sounds.resolve("awkward").resolve(name).toString());
        }
        NamedCsvRecord ucs = rows.get(UCS);
        assertThat(ucs.getField("CatID")).isEqualTo("DSGNDist");
        assertThat(ucs.getField("FXName")).isEqualTo("SUSTAIN-Bathtub Ringout");
        assertThat(ucs.getField("VendorCategory")).isEqualTo("SUSTAIN");
        assertThat(ucs.getField("SourceID")).isEqualTo("CICK");
        assertThat(ucs.getField("SampleRate")).isEqualTo("96000");
        assertThat(ucs.getField("Model")).startsWith("starter@");
        NamedCsvRecord tagged = rows.get("moved take.wav");
        assertThat(tagged.getField("CategoryFull")).isEqualTo("DOORS-CREAK");
        assertThat(tagged.getField("Tags")).contains("DOORCreak").contains("; ").contains("ghost house");
        assertThat(tagged.getField("TagSources")).startsWith("person; person");
    }

    @Test
    @Order(9)
    void aFileThatGoesIsOfflineAndComesBack() throws Exception {
        Path take = sounds.resolve("crowd/take 9.wav");
        Path away = Files.move(take, folder.resolve("away.wav"));
        assertThat(earmark.run("scan", sounds, "--json").json().get("offline").getAsLong())
                .isEqualTo(1);
        assertThat(earmark.run("info", take, "--json").json().get("offline").getAsBoolean())
                .isTrue();
        Files.move(away, take);
        assertThat(earmark.run("scan", sounds, "--json").json().get("embedded").getAsLong())
                .isZero();
        assertThat(earmark.run("info", take, "--json").json().get("offline").getAsBoolean())
                .isFalse();
    }

    @Test
    @Order(10)
    @DisabledOnOs(OS.WINDOWS)
    void aLocaleThatIsNamedButNotInstalledHidesNoFile() throws Exception {
        Launcher.Result info = earmark.start(
                        Map.of("LANG", "xx_YY.UTF-8"), "info", sounds.resolve("awkward/Türen öffnen.wav"), "--json")
                .await();
        assertThat(info.exitCode()).as(info.err()).isZero();
        assertThat(info.json().get("inCatalogue").getAsBoolean()).isTrue();
    }

    @Test
    @Order(11)
    @DisabledOnOs(OS.WINDOWS)
    void aHomeThatCannotBeWrittenCostsASentenceAndNotTheAnswer() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));
        Launcher.Result scores = earmark.start(
                        Map.of("EARMARK_HOME", file.resolve("home").toString()),
                        "classify",
                        sounds.resolve(DOOR),
                        "--labels",
                        "rain,bell",
                        "--json")
                .await();
        assertThat(scores.exitCode()).as(scores.err()).isZero();
        assertThat(scores.json().getAsJsonArray("results")).hasSize(1);
        assertThat(scores.err().lines())
                .singleElement()
                .asString()
                .contains(file.toString())
                .contains("EARMARK_HOME");
    }

    @Test
    @Order(12)
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsWrittenOutsideTheHomeFolder() throws Exception {
        Path person = Files.createDirectories(folder.resolve("person"));
        Path caches = Files.createDirectories(folder.resolve("caches of a person"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + person,
                "-cp",
                Path.of(System.getProperty("earmark.launcher")).getParent().resolveSibling("lib") + "/*",
                "app.earmark.Main",
                "search",
                "a door");
        // Started as an installed package starts it: without the launcher and what that sets.
        builder.environment().remove("ORT_DISABLE_TELEMETRY");
        builder.environment().remove("CI");
        builder.environment().put("EARMARK_HOME", home.folder().toString());
        builder.environment().put("HOME", person.toString());
        builder.environment().put("XDG_CACHE_HOME", caches.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(person).isEmptyDirectory();
        assertThat(caches).isEmptyDirectory();
    }

    @Test
    @Order(13)
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void theHomeFolderIsWhereTheEnvironmentSays() throws Exception {
        Path person = Files.createDirectories(folder.resolve("somebody"));
        Launcher.Result doctor = earmark.start(
                        Map.of("EARMARK_HOME", "", "XDG_DATA_HOME", "", "HOME", person.toString()), "doctor", "--json")
                .await();
        assertThat(doctor.json().getAsJsonArray("findings").toString())
                .contains(person.resolve(".local/share/earmark").toString());
    }

    @Test
    @Order(14)
    void theCommandLineLoadsNoClassOfTheWindow() throws Exception {
        Path log = folder.resolve("classes.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-Dearmark.test=classes",
                "-cp",
                Path.of(System.getProperty("earmark.launcher")).getParent().resolveSibling("lib") + "/*",
                "app.earmark.Main",
                "search",
                "a door",
                "--json");
        builder.environment().put("EARMARK_HOME", home.folder().toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("app.earmark.cli.SearchCommand"))
                .noneMatch(line -> line.contains(" javafx.")
                        || line.contains(" com.sun.javafx.")
                        || line.contains(" app.earmark.ui."));
    }
}
