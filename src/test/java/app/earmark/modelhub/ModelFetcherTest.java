package app.earmark.modelhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackTrial;
import app.earmark.embed.TinyPack;
import app.earmark.library.PackId;
import app.earmark.modelhub.download.DownloadFailure;
import app.earmark.modelhub.download.HubEnvironment;
import app.earmark.modelhub.download.RepositoryId;
import app.earmark.modelhub.download.Revision;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.testing.LocalHub;
import app.earmark.testing.LocalHub.Stage;
import app.earmark.testing.TinyModels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFetcherTest {

    private static final RepositoryId TINY = RepositoryId.parse("acme/tiny_clap");

    @TempDir
    Path folder;

    private final LocalHub hub = new LocalHub();
    private final Map<String, String> variables = new HashMap<>();

    @AfterEach
    void stop() {
        hub.close();
    }

    private PackShelf shelf() {
        return new PackShelf(folder.resolve("packs"));
    }

    private ModelFetcher fetcher() {
        variables.put("HF_ENDPOINT", hub.endpoint().toString());
        variables.put("HF_HOME", folder.resolve("hf").toString());
        return new ModelFetcher(shelf(), new HubEnvironment(variables, folder), KnownModels.load());
    }

    private static ModelFetcher.Order order(RepositoryId repository, WeightPrecision precision) {
        return new ModelFetcher.Order(repository, Optional.empty(), Optional.ofNullable(precision));
    }

    private ShelvedPack get(WeightPrecision precision) throws Exception {
        return fetcher().get(order(TINY, precision), Progress.NONE);
    }

    private ShelvedPack importFrom(Path place) throws Exception {
        return fetcher().importFrom(place, Optional.empty(), Progress.NONE);
    }

    private static String id(ShelvedPack pack) {
        return pack.description().packId().toString();
    }

    /** Names in the folder of packs, hidden ones too. */
    private List<String> shelved() throws IOException {
        if (!Files.exists(shelf().folder())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(shelf().folder())) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> below(String folder, Map<String, byte[]> files) {
        Map<String, byte[]> moved = new java.util.LinkedHashMap<>();
        files.forEach((name, content) -> moved.put(folder + name, content));
        return moved;
    }

    private static Path zip(Path file, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }

    @Test
    void publishedOnnxFilesBecomeAPackThatRuns() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());

        ShelvedPack pack = get(null);

        assertThat(id(pack)).isEqualTo("tiny-clap@9f8e7d6c-int8");
        assertThat(pack.description().jointDimension()).isEqualTo(64);
        assertThat(pack.description().logitScale()).isEqualTo(14.285714285714285);
        assertThat(pack.repository()).contains(TINY);
        assertThat(PackTrial.run(pack.files())).isEqualTo(pack.description());
        assertThat(shelf().inUse().bundled()).as("put to use by nobody").isTrue();
        assertThat(shelved()).containsExactly("tiny-clap-9f8e7d6c-int8");
        try (OnnxModelPack opened = OnnxModelPack.open(pack.files())) {
            assertThat(opened.text().encode("rain")).hasSize(64);
        }
    }

    @Test
    void aModelThatIsThereIsNotFetchedAgain() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
        ShelvedPack first = get(null);
        hub.forgetSeen();

        assertThat(get(null)).isEqualTo(first);

        assertThat(hub.seen()).extracting(LocalHub.Seen::stage).containsOnly(Stage.LIST);
    }

    @Test
    void theSameModelInAnotherPrecisionIsAnotherPack() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());

        assertThat(id(get(WeightPrecision.INT8))).isEqualTo("tiny-clap@9f8e7d6c-int8");
        assertThat(id(get(WeightPrecision.FP32))).isEqualTo("tiny-clap@9f8e7d6c-fp32");
        assertThatThrownBy(() -> get(WeightPrecision.FP16))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("not there as fp16; there is fp32, int8");
    }

    @ParameterizedTest
    @CsvSource({"model.safetensors, FP32", "pytorch_model.bin, FP16"})
    void aCheckpointIsBuilt(String weights, WeightPrecision precision) throws Exception {
        Map<String, byte[]> files = TinyModels.checkpoint();
        files.keySet().removeIf(name -> name.matches("model.safetensors|pytorch_model.bin") && !name.equals(weights));
        TinyModels.offer(hub, "acme/tiny_clap", files);

        ShelvedPack pack = get(precision);

        assertThat(id(pack)).isEqualTo("tiny-clap@9f8e7d6c-" + precision.label());
        assertThat(PackTrial.run(pack.files())).isEqualTo(pack.description());
        assertThatThrownBy(() -> get(WeightPrecision.INT8))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("int8");
    }

    @Test
    void aFusedCheckpointIsBuilt() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.fusedCheckpoint());

        assertThat(PackTrial.run(get(null).files()).packId()).isEqualTo(new PackId("tiny-clap", "9f8e7d6c-fp32"));
    }

    @Test
    void aPackOfOurOwnOnTheHubIsTakenAsItIs() throws Exception {
        Path tiny = TinyPack.copyTo(folder.resolve("tiny"));
        hub.with("acme/tiny_clap", TinyModels.COMMIT, "pack.json", Files.readAllBytes(tiny.resolve("pack.json")))
                .with("acme/tiny_clap", TinyModels.COMMIT, "audio.onnx", Files.readAllBytes(tiny.resolve("audio.onnx")))
                .with("acme/tiny_clap", TinyModels.COMMIT, "README.md", new byte[] {1});

        assertThat(id(get(null))).isEqualTo("tiny@0.1");
        assertThat(hub.seen()).noneMatch(request -> request.path().contains("README"));
    }

    @Test
    void aKnownModelThatChangedIsNotUsed() {
        Map<String, byte[]> files = TinyModels.published();
        files.forEach((path, content) ->
                hub.with("Xenova/clap-htsat-unfused", "c28f2883575e590e04d3146ff0713c2448d691ba", path, content));

        assertThatThrownBy(() ->
                        fetcher().get(order(RepositoryId.parse("Xenova/clap-htsat-unfused"), null), Progress.NONE))
                .isInstanceOfSatisfying(DownloadFailure.class, e -> assertThat(e.reason())
                        .isEqualTo(DownloadFailure.Reason.WRONG_CONTENT))
                .hasMessageContaining("knows and trusts");
        assertThat(hub.seen(Stage.STORAGE)).isEmpty();
    }

    @Test
    void aRevisionThatSomebodyAskedForIsFetchedAsItIs() throws Exception {
        TinyModels.offer(hub, "Xenova/clap-htsat-unfused", TinyModels.published());

        ShelvedPack pack = fetcher()
                .get(
                        new ModelFetcher.Order(
                                RepositoryId.parse("Xenova/clap-htsat-unfused"),
                                Optional.of(Revision.MAIN),
                                Optional.empty()),
                        Progress.NONE);

        assertThat(id(pack)).isEqualTo("clap-htsat-unfused@9f8e7d6c-int8");
        assertThat(pack.description().logitScale()).as("a known one").isEqualTo(18.661177);
        assertThat(pack.description().licence()).isEqualTo("Apache-2.0");
    }

    @Test
    void aRepositoryWithoutAModelIsSaid() {
        hub.with("acme/tiny_clap", TinyModels.COMMIT, "README.md", new byte[] {1});

        assertThatThrownBy(() -> get(null))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("acme/tiny_clap holds no model");
    }

    @Test
    void aCancelledDownloadLeavesTheShelfAloneAndIsResumed() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
        long[] done = {0};
        Progress pause = new Progress() {
            @Override
            public void advanced(long bytes, long failed) {
                done[0] = bytes;
            }

            @Override
            public boolean isCancelled() {
                return done[0] > 200_000;
            }
        };
        assertThatThrownBy(() -> fetcher().get(order(TINY, null), pause)).isInstanceOf(CancelledWork.class);
        assertThat(fetcher().incompleteBytes(TINY)).isPositive();
        assertThat(shelved()).isEmpty();

        get(null);

        assertThat(hub.seen(Stage.STORAGE))
                .anyMatch(request -> request.headers().containsKey("Range"));
        assertThat(fetcher().incompleteBytes(TINY)).isZero();
    }

    @Test
    void withoutANetworkTheCacheOfOtherProgramsIsEnough() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
        get(null);
        shelf().remove(new PackId("tiny-clap", "9f8e7d6c-int8"));
        assertThat(shelved()).isEmpty();
        hub.close();
        variables.put("HF_HUB_OFFLINE", "1");

        Path snapshot = folder.resolve("hf/hub/models--acme--tiny_clap/snapshots/" + TinyModels.COMMIT);

        assertThat(id(importFrom(snapshot))).endsWith("-int8");
        assertThatThrownBy(() -> get(null)).hasMessageContaining("HF_HUB_OFFLINE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFolderOrZipOfPublishedFilesIsImported(boolean zipped) throws Exception {
        Map<String, byte[]> files = TinyModels.published();
        Path place =
                zipped ? zip(folder.resolve("my clap.zip"), files) : TinyModels.write(folder.resolve("my clap"), files);

        ShelvedPack pack = importFrom(place);

        assertThat(id(pack)).matches("[a-z-]+@sha[0-9a-f]{8}-int8");
        assertThat(PackTrial.run(pack.files())).isEqualTo(pack.description());
        assertThat(shelved()).hasSize(1);
        assertThat(importFrom(place)).as("again").isEqualTo(pack);
    }

    @Test
    void aPackIsImportedFromAFolderAndFromAZipWithAFolderInIt() throws Exception {
        Path tiny = TinyPack.copyTo(folder.resolve("tiny"));
        Map<String, byte[]> files = new HashMap<>();
        for (String name : List.of("pack.json", "audio.onnx")) {
            files.put("tiny-0.1/" + name, Files.readAllBytes(tiny.resolve(name)));
        }
        assertThat(id(importFrom(tiny))).isEqualTo("tiny@0.1");
        shelf().remove(new PackId("tiny", "0.1"));
        assertThat(id(importFrom(zip(folder.resolve("tiny.zip"), files)))).isEqualTo("tiny@0.1");
        assertThat(shelved()).containsExactly("tiny-0.1");
        shelf().remove(new PackId("tiny", "0.1"));
        assertThat(id(importFrom(zip(folder.resolve("deep.zip"), below("downloads/", files)))))
                .as("in a folder in a folder")
                .isEqualTo("tiny@0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.onnx", "/evil.onnx", "a/../../evil.onnx", "..\\evil.onnx"})
    void aZipThatWritesOutsideOfItsFolderIsRefused(String name) throws Exception {
        Map<String, byte[]> files = TinyModels.published();
        files.put(name, new byte[] {1});

        assertThatThrownBy(() -> importFrom(zip(folder.resolve("evil.zip"), files)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("outside of its folder");
        assertThat(shelved()).isEmpty();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil.onnx");
        }
    }

    @Test
    void anEmptyZipIsCalledSo() throws Exception {
        assertThatThrownBy(() -> importFrom(zip(folder.resolve("empty.zip"), Map.of())))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("empty.zip is empty");
    }

    @Test
    void aPackIsImportedThroughALinkToItsFolder() throws Exception {
        Path real = TinyModels.write(folder.resolve("my clap"), TinyModels.published());
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(id(importFrom(link))).isEqualTo(id(importFrom(real)));
    }

    @Test
    void aTornZipIsRefused() throws Exception {
        Path whole = zip(folder.resolve("whole.zip"), TinyModels.published());
        byte[] bytes = Files.readAllBytes(whole);
        Path torn = Files.write(folder.resolve("torn.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> importFrom(torn))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("torn.zip is damaged");
        assertThat(shelved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokenizer.json | {\"model\": 7} | tokenizer",
                "config.json | {\"model_type\": \"clip\"} | clip",
                "config.json | [] | config.json",
                "preprocessor_config.json | {\"sampling_rate\": \"fast\"} | sampling_rate",
                "onnx/audio_model_quantized.onnx | no model at all | audio.onnx",
                "onnx/text_model_quantized.onnx | no model at all | text.onnx"
            })
    void aModelWithADamagedFileIsNotShelved(String path, String content, String said) throws Exception {
        Map<String, byte[]> files = TinyModels.published();
        files.put(path, content.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> importFrom(TinyModels.write(folder.resolve("clap"), files)))
                .isInstanceOf(UnusableModel.class)
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception", "\n", ".half"));
        assertThat(shelved()).isEmpty();
    }

    @Test
    void aDimensionThatIsNotTheModelsIsNotShelved() throws Exception {
        Map<String, byte[]> files = TinyModels.published();
        String config = new String(files.get("config.json"), StandardCharsets.UTF_8);
        files.put(
                "config.json",
                config.replaceAll("\"projection_dim\": \\d+", "\"projection_dim\": 96")
                        .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> importFrom(TinyModels.write(folder.resolve("clap"), files)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("96");
        assertThat(shelved()).isEmpty();
    }

    @Test
    void aPackWithAChangedFileIsNotShelved() throws Exception {
        Path tiny = TinyPack.copyTo(folder.resolve("tiny"));
        byte[] audio = Files.readAllBytes(tiny.resolve("audio.onnx"));
        audio[40] ^= 1;
        Files.write(tiny.resolve("audio.onnx"), audio);

        assertThatThrownBy(() -> importFrom(tiny))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("audio.onnx")
                .hasMessageContaining("damaged");
        assertThat(shelved()).isEmpty();
    }

    @Test
    void anotherPackOfTheSameNameIsRefusedButADamagedOneIsReplaced() throws Exception {
        Path tiny = TinyPack.copyTo(folder.resolve("tiny"));
        Path shelvedFolder = importFrom(tiny).folder().orElseThrow();
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Path impostor = TinyModels.write(
                other,
                new HashMap<>(Map.of(
                        "audio.onnx", Files.readAllBytes(tiny.resolve("audio.onnx")), "extra.txt", new byte[] {7})));
        String hash = LocalHub.sha256(
                (LocalHub.sha256(Files.readAllBytes(impostor.resolve("audio.onnx"))) + LocalHub.sha256(new byte[] {7}))
                        .getBytes(StandardCharsets.US_ASCII));
        String json = Files.readString(tiny.resolve("pack.json"));
        Files.writeString(
                impostor.resolve("pack.json"),
                json.replaceAll("\"hash\": \"[0-9a-f]+\"", "\"hash\": \"" + hash + "\"")
                        .replace(
                                "\"files\": {",
                                "\"files\": {\"extra.txt\": \"" + LocalHub.sha256(new byte[] {7}) + "\","));

        assertThatThrownBy(() -> importFrom(impostor))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("another pack that calls itself tiny@0.1");

        Files.write(shelvedFolder.resolve("audio.onnx"), new byte[] {1, 2, 3});
        importFrom(tiny);
        assertThat(shelvedFolder.resolve("audio.onnx")).hasSameBinaryContentAs(tiny.resolve("audio.onnx"));
        assertThat(shelved()).containsExactly("tiny-0.1");
    }

    @Test
    void whatAKilledImportLeftIsNoPackAndGoesWithTheNext() throws Exception {
        Path left = Files.createDirectories(shelf().folder().resolve(".half-999999999-abc/pack"));
        TinyPack.copyTo(left);
        assertThat(shelf().contents().packs()).hasSize(1);
        assertThat(shelf().contents().unusable()).isEmpty();

        importFrom(TinyPack.copyTo(folder.resolve("tiny")));

        assertThat(shelved()).containsExactly("tiny-0.1");
    }

    @Test
    void aFolderWithoutAModelIsSaid() throws Exception {
        Path holiday = Files.createDirectories(folder.resolve("holiday"));
        assertThatThrownBy(() -> importFrom(holiday))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("holds no model")
                .hasMessageContaining("pack.json");
        Path song = Files.write(folder.resolve("song.wav"), new byte[] {1});
        assertThatThrownBy(() -> importFrom(song)).hasMessageContaining("neither a folder nor a zip");
    }

    @Test
    void theCacheIsDeletedOnlyWhenAskedFor() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
        PackId pack = get(null).description().packId();
        shelf().remove(pack);
        assertThat(folder.resolve("hf/hub/models--acme--tiny_clap")).exists();

        assertThat(fetcher().deleteDownloads(TINY)).isGreaterThan(1_000_000);

        assertThat(folder.resolve("hf/hub/models--acme--tiny_clap")).doesNotExist();
    }

    @Test
    void phasesAreToldInOrder() throws Exception {
        TinyModels.offer(hub, "acme/tiny_clap", TinyModels.published());
        List<String> phases = new ArrayList<>();
        fetcher().get(order(TINY, null), new Progress() {
            @Override
            public void phase(String name, long total) {
                phases.add(name);
            }
        });

        assertThat(phases).startsWith("Downloading acme/tiny_clap").endsWith("Preparing the model", "Trying the model");
    }
}
