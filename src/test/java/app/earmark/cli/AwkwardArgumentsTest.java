package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that look like options, folders nobody scanned, links, and libraries that are away. */
class AwkwardArgumentsTest {

    @TempDir
    Path folder;

    private Path sounds;

    @BeforeEach
    void scanTwoFolders() throws IOException {
        sounds = Files.createDirectories(folder.resolve("sounds")).toRealPath();
        Tones.sineFile(sounds.resolve("dogs/dog bark.wav"), 300, 0.2, 44_100);
        Tones.sineFile(sounds.resolve("cats/cat.wav"), 900, 0.2, 44_100);
        assertThat(run("scan", sounds).exitCode()).isZero();
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private List<JsonObject> hits(Object... arguments) {
        CliRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return StreamSupport.stream(run.json().getAsJsonArray("results").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-dog", "--dog", "-noise", "-dog bark"})
    void aQueryThatLooksLikeAnOptionIsToldOfTheTwoDashes(String query) {
        CliRun run = run("search", query);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("earmark search -- ").contains(query);
    }

    @Test
    void afterTwoDashesEverythingIsTheQuery() {
        assertThat(hits("search", "--mode", "keyword", "--json", "--", "-dog"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.get("path").getAsString()).endsWith("dog bark.wav"));
    }

    @Test
    void otherWrongUsageSaysNothingOfDashes() {
        assertThat(run("search").err()).doesNotContain(" -- ");
        assertThat(run("search", "x", "-n", "many").err()).doesNotContain(" -- ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "similar", "export"})
    void aFolderThatNobodyScannedIsNotFound(String command) {
        Object operand =
                switch (command) {
                    case "search" -> "dog";
                    case "similar" -> sounds.resolve("dogs/dog bark.wav");
                    default -> folder.resolve("sheet.csv");
                };
        CliRun run = run(command, operand, "--folder", folder.resolve("nowhere"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains(folder.resolve("nowhere").toString()).contains("earmark scan");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("sheet.csv")).doesNotExist();
    }

    @Test
    void aFolderBetweenLibraryAndSoundsOrAroundTheLibraryIsKnown() {
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--folder", sounds.resolve("dogs")))
                .hasSize(1);
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--folder", sounds.resolve("cats")))
                .isEmpty();
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--folder", sounds.getParent()))
                .hasSize(1);
    }

    @Test
    void anEmptyFolderOfALibraryIsKnown() throws IOException {
        Path empty = Files.createDirectories(sounds.resolve("empty"));
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--folder", empty))
                .isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void foldersMayBeGivenThroughLinks() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), sounds);
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--folder", link.resolve("dogs")))
                .hasSize(1);
        CliRun forgotten = run("forget", link.resolve("dogs"), "--yes", "--json");
        assertThat(forgotten.exitCode()).as(forgotten.err()).isZero();
        assertThat(forgotten.json().get("forgotten").getAsInt()).isEqualTo(1);
        CliRun library = run("forget", link, "--yes", "--json");
        assertThat(library.exitCode()).as(library.err()).isZero();
        assertThat(library.json().getAsJsonArray("libraries").toString()).contains(sounds.toString());
        assertThat(run("libraries", "--json").json().getAsJsonArray("libraries"))
                .isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSoundThatIsAwayIsFoundThroughALinkToItsFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), sounds);
        Files.delete(sounds.resolve("dogs/dog bark.wav"));
        CliRun added = run("tags", "add", link.resolve("dogs/dog bark.wav"), "rex");
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "similar", "classify", "metadata"})
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNeitherFileNorFolderIsNotWaitedOn(String command) {
        CliRun run =
                switch (command) {
                    case "metadata" -> run("metadata", "show", "/dev/null");
                    case "classify" -> run("classify", "/dev/null", "--labels", "a,b");
                    default -> run(command, "/dev/null");
                };
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("/dev/null is neither a file nor a folder.\n");
    }

    @Test
    void hitsOfALibraryThatIsAwayAreOffline() throws IOException {
        Files.move(sounds, folder.resolve("unplugged"));
        assertThat(run("scan").exitCode()).isEqualTo(4);
        assertThat(hits("search", "dog", "--mode", "keyword", "--json"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.get("offline").getAsBoolean()).isTrue());
        assertThat(run("search", "dog", "--mode", "keyword").out()).contains("offline");
        assertThat(run("info", sounds.resolve("cats/cat.wav"), "--json")
                        .json()
                        .get("offline")
                        .getAsBoolean())
                .isTrue();
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--online"))
                .isEmpty();

        Files.move(folder.resolve("unplugged"), sounds);
        assertThat(hits("search", "dog", "--mode", "keyword", "--json", "--online"))
                .as("back before any scan")
                .hasSize(1);
    }

    @Test
    void ofALibraryThatIsHalfAwayOnlyTheMissingHalfIsOffline() throws IOException {
        Files.delete(sounds.resolve("dogs/dog bark.wav"));
        assertThat(run("scan").exitCode()).isEqualTo(4);
        assertThat(hits("search", "dog", "--mode", "keyword", "--json"))
                .allSatisfy(hit -> assertThat(hit.get("offline").getAsBoolean()).isTrue());
        assertThat(hits("search", "cat", "--mode", "keyword", "--json"))
                .allSatisfy(hit -> assertThat(hit.get("offline").getAsBoolean()).isFalse());
    }

    @Test
    void aLibraryWithoutSoundsSaysHowToTakeItOffTheList() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other")).toRealPath();
        Files.writeString(sounds.resolve("notes.txt"), "the folder stays");
        Files.move(sounds.resolve("dogs"), other.resolve("dogs"));
        Files.move(sounds.resolve("cats"), other.resolve("cats"));
        assertThat(run("scan", other).exitCode()).isZero();
        assertThat(run("libraries").out().lines().filter(line -> line.contains(sounds.toString())))
                .singleElement()
                .asString()
                .contains("0 clips", "earmark forget");
        CliRun forgotten = run("forget", sounds);
        assertThat(forgotten.exitCode()).as("nothing is lost").isZero();
        assertThat(run("libraries").out()).doesNotContain(sounds.toString());
    }
}
