package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.SampleSounds;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands on taxonomies, over a few of the sample sounds listened to once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabelsCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void listen() throws Exception {
        for (SampleSounds.Sample sample : SampleSounds.list()) {
            if (sample.file().matches(".*(Rain|Siren|Thunder|Whoosh).*")) {
                SampleSounds.unpackTo(folder.resolve("sounds"), sample);
            }
        }
        assertThat(earmark("scan", folder.resolve("sounds"), "--json").exitCode())
                .isZero();
    }

    @Test
    @Order(1)
    void beginsWithTheEmptyListOfOnesOwn() {
        JsonObject listed = earmark("labels", "list", "--json").json();
        JsonObject own = listed.getAsJsonArray("taxonomies").get(0).getAsJsonObject();
        assertThat(own.get("name").getAsString()).isEqualTo("My labels");
        assertThat(own.getAsJsonArray("labels")).isEmpty();
        assertThat(own.get("threshold").isJsonNull()).isTrue();
    }

    @Test
    @Order(2)
    void saysWithoutChangingAnythingWhatALabelWouldTag() {
        JsonObject said = earmark(
                        "labels",
                        "add",
                        "downpour",
                        "--prompt",
                        "heavy rain falling",
                        "--threshold",
                        "0.12",
                        "--dry-run",
                        "--json")
                .json();
        JsonObject preview = said.getAsJsonObject("preview");
        assertThat(preview.get("gained").getAsInt()).isPositive();
        assertThat(preview.getAsJsonArray("labels")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("gaining")
                        .toString())
                .contains("Rain");
        assertThat(said.getAsJsonArray("added").get(0).getAsString()).isEqualTo("downpour");
        assertThat(earmark("labels", "list").out()).doesNotContain("downpour");
    }

    @Test
    @Order(3)
    void tagsWhatItSaidItWouldTag() {
        CliRun preview = earmark(
                "labels",
                "add",
                "downpour",
                "--prompt",
                "heavy rain falling",
                "--threshold",
                "0.12",
                "--dry-run",
                "--json");
        int gained = preview.json().getAsJsonObject("preview").get("gained").getAsInt();
        CliRun added = earmark("labels", "add", "downpour", "--prompt", "heavy rain falling", "--threshold", "0.12");
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(search("downpour")).isEqualTo(gained);
        assertThat(earmark("labels", "list").out()).contains("downpour (threshold 0.12): heavy rain falling");
        CliRun stricter = earmark("labels", "add", "Downpour", "--threshold", "0.99");
        assertThat(stricter.exitCode()).isZero();
        assertThat(search("downpour")).isZero();
        assertThat(earmark("labels", "list").out()).contains("downpour (threshold 0.99): heavy rain falling");
    }

    @Test
    @Order(4)
    void importsExportsAndRemovesATaxonomy() throws Exception {
        Path file = folder.resolve("out.csv");
        CliRun imported = earmark("labels", "import", "--example", "--json");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.json().getAsJsonArray("added").size()).isGreaterThan(15);
        assertThat(earmark("labels", "export", file, "--taxonomy", "roman gladiator")
                        .exitCode())
                .isZero();
        JsonObject again =
                earmark("labels", "import", file, "--dry-run", "--json").json();
        assertThat(again.getAsJsonArray("changed")).isEmpty();
        assertThat(again.getAsJsonArray("added")).isEmpty();
        assertThat(again.get("settings").getAsBoolean()).isFalse();
        assertThat(earmark("labels", "set", "Roman gladiator", "--threshold", "0.7", "--top-k", "pack", "--json")
                        .json()
                        .get("settings")
                        .getAsBoolean())
                .isTrue();
        assertThat(earmark("labels", "list", "--taxonomy", "Roman gladiator").out())
                .contains("threshold 0.7")
                .doesNotContain("top-K")
                .contains("    sword clang: swords clashing | a metal blade");
        assertThat(earmark("labels", "remove", "--taxonomy", "Roman gladiator", "--all")
                        .exitCode())
                .isZero();
        assertThat(earmark("labels", "list").out()).doesNotContain("sword");
    }

    @Test
    @Order(5)
    void exportsUcsToStartFrom() throws Exception {
        Path file = folder.resolve("ucs.yaml");
        JsonObject exported =
                earmark("labels", "export", file, "--ucs", "--json").json();
        assertThat(exported.get("labels").getAsInt()).isEqualTo(753);
        assertThat(Files.readString(file)).contains("label: DOORCreak");
    }

    @Test
    @Order(6)
    void refusesWhatMeansNothing() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "label,threshold\nroar,loud\n");
        refuses(ExitCode.COULD_NOT, "line 2", "labels", "import", wrong);
        refuses(ExitCode.NOT_FOUND, "no file", "labels", "import", folder.resolve("none.csv"));
        refuses(ExitCode.USAGE, "--example", "labels", "import");
        refuses(ExitCode.NOT_FOUND, "no taxonomy", "labels", "export", folder.resolve("x.csv"), "--taxonomy", "None");
        refuses(ExitCode.COULD_NOT, ".yaml", "labels", "export", folder.resolve("x.txt"));
        refuses(ExitCode.NOT_FOUND, "no label", "labels", "remove", "never heard of");
        refuses(ExitCode.USAGE, "--all", "labels", "remove");
        refuses(ExitCode.USAGE, "such as 0.4", "labels", "set", "My labels", "--threshold", "high");
        refuses(ExitCode.USAGE, "-1 to 1", "labels", "set", "My labels", "--threshold", "7");
        refuses(ExitCode.USAGE, "{}", "labels", "set", "My labels", "--template", "the sound");
        refuses(ExitCode.USAGE, "add it", "labels", "add", "roar", "--parent", "nothing");
        refuses(ExitCode.USAGE, "letter", "labels", "add", " ");
        refuses(ExitCode.USAGE, "labels takes", "labels");
    }

    private static void refuses(int exitCode, String words, Object... arguments) {
        CliRun run = earmark(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(words);
    }

    private static int search(String tag) {
        return earmark("search", "rain", "--tag", tag, "--mode", "semantic", "--json")
                .json()
                .getAsJsonArray("results")
                .size();
    }

    private static CliRun earmark(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }
}
