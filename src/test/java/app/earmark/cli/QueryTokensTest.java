package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in search texts, down to the catalogue. */
class QueryTokensTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void scanSounds() throws IOException {
        Tones.sineFile(folder.resolve("lib/Doors/DOORCreak_Old Gate_AB_CD.wav"), 440, 0.5, 48_000);
        Tones.sineFile(folder.resolve("lib/Doors/Slams/slam.wav"), 300, 2.5, 44_100);
        Tones.sineFile(folder.resolve("lib/Bells/bell.wav"), 880, 1.5, 48_000);
        run("scan", folder.resolve("lib"));
        run("tags", "add", folder.resolve("lib/Doors/Slams/slam.wav"), "DOORCreak", "sword clang");
    }

    private static CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private static List<String> found(Object... arguments) {
        CliRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return StreamSupport.stream(run.json().getAsJsonArray("results").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(hit -> Path.of(hit.get("path").getAsString()).getFileName().toString())
                .toList();
    }

    private static List<String> named(String text) {
        return found("search", "--mode", "keyword", "--json", "--", text);
    }

    @Test
    void tagAndSourceTellWhoSaidIt() {
        assertThat(named("tag:doorcreak")).containsExactlyInAnyOrder("DOORCreak_Old Gate_AB_CD.wav", "slam.wav");
        assertThat(named("tag:doors-creak source:person")).containsExactly("slam.wav");
        assertThat(named("tag:\"sword clang\"")).containsExactly("slam.wav");
        assertThat(named("source:name")).containsExactly("DOORCreak_Old Gate_AB_CD.wav");
        assertThat(found("search", "--source", "person", "wav", "--mode", "keyword", "--json"))
                .containsExactly("slam.wav");
    }

    @Test
    void foldersRatesAndLengthsNarrowWhatTheWordsFind() {
        assertThat(named("wav folder:doors")).containsExactlyInAnyOrder("DOORCreak_Old Gate_AB_CD.wav", "slam.wav");
        assertThat(named("folder:" + folder.resolve("lib/Bells"))).containsExactly("bell.wav");
        assertThat(named("rate:44.1k")).containsExactly("slam.wav");
        assertThat(named("longer:1 shorter:2")).containsExactly("bell.wav");
    }

    @Test
    void aDashLeavesOut() {
        assertThat(named("wav -category:doors")).containsExactly("bell.wav");
        assertThat(named("-tag:doorcreak -folder:bells")).isEmpty();
    }

    @Test
    void aTokenThatMakesNoSenseIsRemarkedOn() {
        assertThat(run("search", "bell", "longer:soon", "--mode", "keyword").err())
                .contains("“longer:soon” was searched for as words");
    }
}
