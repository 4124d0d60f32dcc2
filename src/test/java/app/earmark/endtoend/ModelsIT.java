package app.earmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.SampleSounds;
import app.earmark.testing.LocalHub;
import app.earmark.testing.LocalHub.Stage;
import app.earmark.testing.TinyModels;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A model's way through the launcher: from a hub on this machine, onto the shelf, into a search. */
class ModelsIT {

    private static final String PACK = "tiny-clap@9f8e7d6c-int8";
    private static final int KEPT = 300_000;

    @TempDir
    Path folder;

    private final LocalHub hub = new LocalHub();
    private Launcher earmark;

    @BeforeEach
    void offer() throws IOException {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
        earmark = new Launcher(folder.resolve("home"), Files.createDirectories(folder.resolve("streams")));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Launcher.Running start(Object... arguments) throws IOException {
        return earmark.start(
                Map.of(
                        "HF_ENDPOINT",
                        hub.endpoint().toString(),
                        "HF_HOME",
                        folder.resolve("hf").toString()),
                arguments);
    }

    private Launcher.Result run(Object... arguments) throws Exception {
        Launcher.Result result = start(arguments).await();
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        return StreamSupport.stream(object.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private void awaitHalfFile(Launcher.Running get) throws Exception {
        Path blobs = folder.resolve("hf/hub/models--acme--tiny_clap/blobs");
        while (get.process().isAlive()) {
            if (Files.isDirectory(blobs)) {
                try (Stream<Path> files = Files.list(blobs)) {
                    if (files.anyMatch(file -> file.toString().endsWith(".incomplete")
                            && file.toFile().length() >= KEPT)) {
                        return;
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it ended early: " + Files.readString(get.err()));
    }

    private void resumes() throws Exception {
        assertThat(folder.resolve("home/packs/tiny-clap-9f8e7d6c-int8")).doesNotExist();
        hub.forgetSeen();
        assertThat(run("model", "get", "acme/tiny_clap", "--json")
                        .json()
                        .get("pack")
                        .getAsString())
                .isEqualTo(PACK);
        assertThat(hub.seen(Stage.STORAGE).get(0).headers()).containsEntry("Range", "bytes=" + KEPT + "-");
        run("model", "verify", PACK);
    }

    @Test
    void aModelComesOverACutLineAndFindsSounds() throws Exception {
        Path sounds = Files.createDirectories(folder.resolve("sounds"));
        SampleSounds.unpackTo(sounds);
        hub.fault(Stage.STORAGE, 1, LocalHub.cutAfter(KEPT));

        run("model", "get", "acme/tiny_clap");
        assertThat(hub.seen(Stage.STORAGE).get(1).headers()).containsKey("Range");
        assertThat(objects(run("model", "list", "--json").json(), "models")
                        .get(1)
                        .get("pack")
                        .getAsString())
                .isEqualTo(PACK);
        run("model", "use", "tiny");
        assertThat(run("scan", sounds, "--json").json().get("failed").getAsLong())
                .isZero();
        List<JsonObject> hits = objects(
                run("search", "a door shuts", "--mode", "semantic", "--json").json(), "results");
        assertThat(hits).hasSizeGreaterThan(5).allSatisfy(hit -> {
            assertThat(hit.get("pack").getAsString()).isEqualTo(PACK);
            assertThat(hit.get("similarity").getAsDouble()).isBetween(-1.0, 1.0);
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKilledDownloadIsResumed() throws Exception {
        hub.fault(Stage.STORAGE, 1, hub.stallAfter(KEPT));
        Launcher.Running get = start("model", "get", "acme/tiny_clap");
        awaitHalfFile(get);
        get.kill();
        get.await();

        resumes();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCStopsADownloadWhichIsResumed() throws Exception {
        hub.fault(Stage.STORAGE, 1, hub.stallAfter(KEPT));
        Launcher.Running get = start("model", "get", "acme/tiny_clap", "--json");
        awaitHalfFile(get);
        get.interrupt();
        Launcher.Result stopped = get.await();

        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(130);
        assertThat(stopped.err()).contains("goes on from where this one stopped");
        resumes();
    }
}
