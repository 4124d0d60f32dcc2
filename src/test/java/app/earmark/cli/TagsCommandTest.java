package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code tags} lists and changes. */
class TagsCommandTest extends ScannedSounds {

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

    @Test
    void tagsOfAFileOutsideTheCatalogueEndWithThree() throws IOException {
        Path other = Tones.sineFile(folder.resolve("loner.wav"), 440, 0.1, 44_100);
        CliRun run = run("tags", "list", other);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("not in the catalogue").contains("earmark scan");
    }
}
