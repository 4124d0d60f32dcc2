package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.Parts;
import app.earmark.assembly.StandardParts;
import app.earmark.modelhub.download.HubEnvironment;
import app.earmark.testing.LocalHub;
import app.earmark.testing.LocalHub.Stage;
import app.earmark.testing.TinyModels;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code earmark model …} to docs/cli.md. */
class ModelCommandsTest {

    private static final String PACK = "tiny-clap@9f8e7d6c-int8";

    @TempDir
    Path folder;

    private final LocalHub hub = new LocalHub();
    private final Interruption interruption = new Interruption();

    @BeforeEach
    void offer() {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private CliRun run(Object... arguments) {
        HubEnvironment environment = new HubEnvironment(
                Map.of(
                        "HF_ENDPOINT",
                        hub.endpoint().toString(),
                        "HF_HOME",
                        folder.resolve("hf").toString()),
                folder);
        Parts standard = new StandardParts();
        Parts parts = (Parts) Proxy.newProxyInstance(
                Parts.class.getClassLoader(), new Class<?>[] {Parts.class}, (proxy, method, values) -> {
                    try {
                        return method.getName().equals("hub") ? environment : method.invoke(standard, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return CliRun.with(parts, interruption, folder.resolve("home"), arguments);
    }

    private JsonObject get() {
        CliRun got = run("model", "get", "acme/tiny_clap", "--json");
        assertThat(got.exitCode()).as(got.err()).isZero();
        return got.json();
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        return StreamSupport.stream(object.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @Test
    void getPutsAModelOnTheShelfWithoutUsingIt() {
        JsonObject got = get();

        assertThat(got.keySet()).containsExactly("pack", "name", "folder", "sizeBytes", "inUse");
        assertThat(got.get("pack").getAsString()).isEqualTo(PACK);
        assertThat(got.get("inUse").getAsBoolean()).isFalse();
        assertThat(Path.of(got.get("folder").getAsString())).isDirectory().hasParent(folder.resolve("home/packs"));
        CliRun again = run("model", "get", "acme/tiny_clap");
        assertThat(again.out()).contains(PACK).doesNotContain("\n\n");
        assertThat(again.err()).contains("earmark model use " + PACK);
    }

    @Test
    void listShowsWhatIsThereAndWhatCanBeHad() {
        get();
        JsonObject list = run("model", "list", "--json").json();

        List<JsonObject> models = objects(list, "models");
        assertThat(models).extracting(model -> model.get("pack").getAsString()).contains(PACK);
        assertThat(models.get(1).keySet())
                .contains(
                        "pack",
                        "name",
                        "inUse",
                        "bundled",
                        "sizeBytes",
                        "licence",
                        "credit",
                        "hash",
                        "jointDimension",
                        "acousticDimension",
                        "logitScale",
                        "repository",
                        "folder");
        assertThat(models.get(1).get("repository").getAsString()).isEqualTo("acme/tiny_clap");
        JsonObject known = objects(list, "known").get(0);
        assertThat(known.keySet())
                .containsExactly(
                        "repository", "revision", "name", "goodAt", "licence", "downloads", "warning", "packs");
        assertThat(objects(known, "downloads").get(0).get("precision").getAsString())
                .isEqualTo("int8");
        assertThat(run("model", "list").out())
                .contains(PACK)
                .contains("Xenova/clap-htsat-unfused")
                .contains("laion/clap-htsat-fused")
                .contains("Don't: ");
    }

    @Test
    void useIsRememberedAndTheBeginningOfANameWillDo() {
        get();
        JsonObject used = run("model", "use", "tiny", "--json").json();

        assertThat(used.get("pack").getAsString()).isEqualTo(PACK);
        assertThat(used.get("before").getAsString()).startsWith("starter@");
        assertThat(objects(run("model", "list", "--json").json(), "models")
                        .get(1)
                        .get("inUse")
                        .getAsBoolean())
                .isTrue();
        assertThat(run("model", "use", "starter").exitCode()).isZero();
        assertThat(run("model", "use", "nothing", "--json").exitCode()).isEqualTo(3);
        run("model", "get", "acme/tiny_clap", "--precision", "fp32");
        CliRun two = run("model", "use", "tiny");
        assertThat(two.exitCode()).isEqualTo(2);
        assertThat(two.err()).contains("int8").contains("fp32");
    }

    @Test
    void verifyNamesWhatIsDamagedAndGettingItAgainReplacesIt() throws IOException {
        Path audio = Path.of(get().get("folder").getAsString()).resolve("audio.onnx");
        assertThat(run("model", "verify").exitCode()).isZero();
        byte[] damaged = Files.readAllBytes(audio);
        damaged[1_000] ^= 1;
        Files.write(audio, damaged);

        CliRun verified = run("model", "verify", "--json");

        assertThat(verified.exitCode()).isEqualTo(1);
        JsonObject tiny = objects(verified.json(), "packs").get(1);
        assertThat(tiny.get("whole").getAsBoolean()).isFalse();
        assertThat(tiny.getAsJsonArray("damaged").get(0).getAsString()).isEqualTo("audio.onnx");
        assertThat(run("model", "verify", "starter").exitCode()).isZero();
        assertThat(run("model", "get", "acme/tiny_clap").exitCode()).isZero();
        assertThat(run("model", "verify", "tiny").exitCode()).isZero();
    }

    @Test
    void removeKeepsThePackInUseUntilItIsConfirmedAndTheCacheUnlessAsked() {
        get();
        run("model", "use", "tiny");

        CliRun refused = run("model", "remove", "tiny", "--json");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.json().getAsJsonObject("error").get("message").getAsString())
                .contains("--yes");

        JsonObject removed = run("model", "remove", "tiny", "--yes", "--json").json();
        assertThat(removed.get("removed").getAsString()).isEqualTo(PACK);
        assertThat(removed.get("inUse").getAsString()).startsWith("starter@");
        assertThat(removed.get("freedBytes").getAsLong()).isGreaterThan(500_000);
        assertThat(folder.resolve("hf/hub/models--acme--tiny_clap")).exists();

        get();
        assertThat(run("model", "remove", "tiny", "--cache").exitCode()).isZero();
        assertThat(folder.resolve("hf/hub/models--acme--tiny_clap")).doesNotExist();
        assertThat(run("model", "remove", "starter").exitCode()).isEqualTo(1);
        assertThat(run("model", "remove", "tiny").exitCode()).isEqualTo(3);
    }

    @Test
    void importTakesAFolderAndMayPutItToUse() {
        Path place = TinyModels.write(folder.resolve("clap"), TinyModels.published());

        JsonObject imported = run("model", "import", place, "--precision", "FP32", "--use", "--json")
                .json();

        assertThat(imported.get("pack").getAsString()).matches("clap@sha[0-9a-f]{8}-fp32");
        assertThat(imported.get("inUse").getAsBoolean()).isTrue();
        assertThat(run("model", "import", folder.resolve("none")).exitCode()).isEqualTo(3);
    }

    @Test
    void failuresAreOneSentenceWithTheirExitCode() {
        hub.fault(Stage.LIST, 1, LocalHub.status(404, "X-Error-Code", "RepoNotFound"));
        CliRun missing = run("model", "get", "acme/tiny_clap", "--json");
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.json().getAsJsonObject("error").get("exitCode").getAsInt())
                .isEqualTo(3);
        assertThat(missing.err())
                .contains("The hub has no model acme/tiny_clap")
                .doesNotContain("\tat ");
        hub.fault(Stage.LIST, 1, LocalHub.webPage());
        assertThat(run("model", "get", "acme/tiny_clap").exitCode()).isEqualTo(1);
        assertThat(run("model", "get", "tiny").exitCode()).isEqualTo(2);
        assertThat(run("model", "get", "acme/tiny_clap", "--precision", "fp64").exitCode())
                .isEqualTo(2);
        assertThat(run("model").exitCode()).isEqualTo(2);
    }

    @Test
    void aModelWithAWarningNeedsAYes() {
        CliRun warned = run("model", "get", "laion/larger_clap_music");

        assertThat(warned.exitCode()).isEqualTo(4);
        assertThat(warned.err()).contains("broken").contains("--yes");
        assertThat(hub.seen()).isEmpty();
    }

    @Test
    void anInterruptedDownloadEndsWith130AndSaysHowToGoOn() {
        interruption.request();

        CliRun stopped = run("model", "get", "acme/tiny_clap", "--json");

        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.err()).contains("goes on from where this one stopped");
    }
}
