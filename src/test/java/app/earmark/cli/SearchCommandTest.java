package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code search} and {@code similar} find and print. */
class SearchCommandTest extends ScannedSounds {

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
}
