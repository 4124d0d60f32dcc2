package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against PyTorch's vectors of the same weights and inputs (transformers 5.23, torch 2.15). */
class ClapGraphsTest {

    private static final Offset<Float> FP32 = within(1e-5f);
    private static final CheckpointOrigin FUSED_ORIGIN = new CheckpointOrigin(
            "laion/clap-htsat-fused", "0ebdccc578498c90ecb34353b57d2f197cae6e0a", "CLAP fused", "Apache-2.0", "LAION");

    @TempDir
    Path temp;

    private final Path out() {
        return temp.resolve("packs/built");
    }

    @ParameterizedTest
    @EnumSource
    void audioVectorsAreThoseOfPyTorchWhateverTheBatch(TinyClap clap) throws Exception {
        BuiltPack pack = ClapGraphs.build(clap.folder(), Precision.FP32, out(), Progress.NONE);
        try (ModelRun model = new ModelRun(pack.folder().resolve("audio.onnx"))) {
            float[] features = clap.features();
            boolean[] isLonger = isLonger(clap);
            float[][] together = model.audio(features, clap.channels(), isLonger);
            JsonArray expected = clap.expected().getAsJsonArray("audio");
            int length = features.length / 4;
            for (int i = 0; i < 4; i++) {
                float[] vector = TinyClap.floats(expected.get(i).getAsJsonArray());
                assertThat(together[i]).as("window %d of a batch", i).containsExactly(vector, FP32);
                float[] window = java.util.Arrays.copyOfRange(features, i * length, (i + 1) * length);
                boolean[] flag = isLonger.length == 0 ? isLonger : new boolean[] {isLonger[i]};
                assertThat(model.audio(window, clap.channels(), flag)[0])
                        .as("window %d alone", i)
                        .containsExactly(vector, FP32);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textVectorsAreThoseOfPyTorchAtAnyLength(TinyClap clap) throws Exception {
        BuiltPack pack = ClapGraphs.build(clap.folder(), Precision.FP32, out(), Progress.NONE);
        try (ModelRun model = new ModelRun(pack.folder().resolve("text.onnx"))) {
            assertText(model, clap, FP32);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsOf16BitsHalveTheFilesAndKeepTheVectors(TinyClap clap) throws Exception {
        Path full = ClapGraphs.build(clap.folder(), Precision.FP32, temp.resolve("full"), Progress.NONE)
                .folder();
        Path half = ClapGraphs.build(clap.folder(), Precision.FP16, temp.resolve("half"), Progress.NONE)
                .folder();
        assertThat(Files.size(half.resolve("text.onnx"))).isLessThan(Files.size(full.resolve("text.onnx")));
        try (ModelRun model = new ModelRun(half.resolve("text.onnx"))) {
            assertText(model, clap, within(2e-3f));
        }
        try (ModelRun model = new ModelRun(half.resolve("audio.onnx"))) {
            float[][] vectors = model.audio(clap.features(), clap.channels(), isLonger(clap));
            JsonArray expected = clap.expected().getAsJsonArray("audio");
            for (int i = 0; i < 4; i++) {
                float[] reference = TinyClap.floats(expected.get(i).getAsJsonArray());
                assertThat(vectors[i]).containsExactly(reference, within(2e-3f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void epsilonsOfTheCheckpointAndGainsBelowZeroAndOf0GiveTheVectorsOfPyTorch(TinyClap clap) throws Exception {
        Path pack = ClapGraphs.build(other(clap), Precision.FP32, out(), Progress.NONE)
                .folder();
        JsonObject vectors = clap.expected().getAsJsonObject("other");
        try (ModelRun model = new ModelRun(pack.resolve("audio.onnx"))) {
            float[][] found = model.audio(clap.features(), clap.channels(), isLonger(clap));
            for (int i = 0; i < found.length; i++) {
                float[] vector =
                        TinyClap.floats(vectors.getAsJsonArray("audio").get(i).getAsJsonArray());
                assertThat(found[i]).as("window %d", i).containsExactly(vector, FP32);
            }
        }
        try (ModelRun model = new ModelRun(pack.resolve("text.onnx"))) {
            assertText(model, clap.expected().getAsJsonArray("tokens"), vectors.getAsJsonArray("text"), FP32);
        }
    }

    /** The checkpoint of {@code other} in onnx/graphs/make_tiny_clap.py. */
    private Path other(TinyClap clap) throws Exception {
        Path folder = clap.copyTo(temp.resolve("checkpoint"), "model.safetensors");
        JsonObject config = JsonParser.parseString(Files.readString(folder.resolve("config.json")))
                .getAsJsonObject();
        config.getAsJsonObject("audio_config").addProperty("layer_norm_eps", 0.5);
        config.getAsJsonObject("text_config").addProperty("layer_norm_eps", 0.25);
        Files.writeString(folder.resolve("config.json"), config.toString());
        SafetensorsFile weights = SafetensorsFile.read(folder.resolve("model.safetensors"));
        ByteBuffer data = ByteBuffer.wrap(weights.data()).order(ByteOrder.LITTLE_ENDIAN);
        for (String name : weights.header().keySet()) {
            if (!name.endsWith(".weight")
                    || weights.tensor(name).getAsJsonArray("shape").size() != 1) {
                continue;
            }
            JsonArray offsets = weights.tensor(name).getAsJsonArray("data_offsets");
            int start = offsets.get(0).getAsInt();
            for (int i = 0; start + i * Float.BYTES < offsets.get(1).getAsInt(); i++) {
                int at = start + i * Float.BYTES;
                data.putFloat(at, i % 5 == 0 ? 0 : i % 3 == 0 ? -data.getFloat(at) : data.getFloat(at));
            }
        }
        weights.write(folder.resolve("model.safetensors"));
        return folder;
    }

    @ParameterizedTest
    @CsvSource({"FUSED, htk, none, fusion", "UNFUSED, slaney, slaney, windows"})
    void thePackSaysHowTheCheckpointHears(TinyClap clap, String scale, String norm, String longClips) throws Exception {
        BuiltPack pack = ClapGraphs.build(clap.folder(), Precision.FP16, out(), Progress.NONE);
        JsonObject json = read(pack);
        JsonObject frontEnd = json.getAsJsonObject("frontEnd");
        assertThat(frontEnd.get("melScale").getAsString()).isEqualTo(scale);
        assertThat(frontEnd.get("melNorm").getAsString()).isEqualTo(norm);
        assertThat(frontEnd.get("longClips").getAsString()).isEqualTo(longClips);
        assertThat(frontEnd.get("lowHz").getAsDouble()).isEqualTo(50);
        assertThat(frontEnd.get("sampleRate").getAsInt()).isEqualTo(48000);
        assertThat(frontEnd.has("isLonger")).isEqualTo(clap == TinyClap.FUSED);
        assertThat(json.getAsJsonObject("audio").has("isLonger")).isEqualTo(clap == TinyClap.FUSED);
        assertThat(json.get("logitScale").getAsDouble())
                .isCloseTo(clap.expected().get("logitScale").getAsDouble(), within(1e-5));
        assertThat(json.getAsJsonObject("dimensions").get("joint").getAsInt()).isEqualTo(24);
        assertThat(json.getAsJsonObject("text").get("maxTokens").getAsInt()).isEqualTo(64);
    }

    @Test
    void thePackIsNamedByRepositoryRevisionAndPrecision() throws Exception {
        BuiltPack pack = ClapGraphs.build(TinyClap.FUSED.folder(), FUSED_ORIGIN, Precision.FP16, out(), Progress.NONE);
        assertThat(pack.id()).hasToString("clap-htsat-fused@0ebdccc5-fp16");
        JsonObject json = read(pack);
        assertThat(json.get("version").getAsString()).isEqualTo("0ebdccc5-fp16");
        assertThat(json.getAsJsonObject("source").get("revision").getAsString()).isEqualTo(FUSED_ORIGIN.revision());
        assertThat(json.getAsJsonObject("source").getAsJsonObject("files").keySet())
                .containsExactly("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json");
        assertThat(Files.mismatch(
                        pack.folder().resolve("tokenizer.json"),
                        TinyClap.FUSED.folder().resolve("tokenizer.json")))
                .isEqualTo(-1);
    }

    @Test
    void theSameWeightsOfUnknownOriginHaveTheSameName() throws Exception {
        BuiltPack first =
                ClapGraphs.build(TinyClap.UNFUSED.folder(), Precision.FP32, temp.resolve("one"), Progress.NONE);
        BuiltPack second =
                ClapGraphs.build(TinyClap.UNFUSED.folder(), Precision.FP32, temp.resolve("two"), Progress.NONE);
        assertThat(first.id()).isEqualTo(second.id());
        assertThat(first.id().toString()).matches("unfused@sha[0-9a-f]{8}-fp32");
        assertThat(Files.mismatch(
                        first.folder().resolve("audio.onnx"), second.folder().resolve("audio.onnx")))
                .isEqualTo(-1);
    }

    @Test
    void aBuildThatIsCancelledLeavesNothing() throws Exception {
        int[] told = {0};
        Progress impatient = new Progress() {
            @Override
            public void advanced(long done, long failed) {
                told[0]++;
            }

            @Override
            public boolean isCancelled() {
                return told[0] > 30;
            }
        };
        assertThatThrownBy(() -> ClapGraphs.build(TinyClap.FUSED.folder(), Precision.FP32, out(), impatient))
                .isInstanceOf(CancelledWork.class);
        assertThat(out().getParent()).isEmptyDirectory();
    }

    @Test
    void progressGoesUpToTheEnd() throws Exception {
        List<Long> told = new ArrayList<>();
        ClapGraphs.build(TinyClap.FUSED.folder(), Precision.FP32, out(), new Progress() {
            @Override
            public void advanced(long done, long failed) {
                told.add(done);
            }
        });
        assertThat(told).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(told.get(told.size() - 1)).isBetween(40L, 100L);
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() throws Exception {
        Files.createDirectories(out());
        Files.writeString(out().resolve("mine"), "x");
        assertThatThrownBy(() -> ClapGraphs.build(TinyClap.FUSED.folder(), Precision.FP32, out(), Progress.NONE))
                .isInstanceOf(UnwritablePack.class)
                .hasMessageContaining(out().toString())
                .hasMessageContaining("already");
        assertThat(out().resolve("mine")).hasContent("x");
        assertThat(out().getParent()).isDirectoryNotContaining("glob:**/.*");
    }

    private static void assertText(ModelRun model, TinyClap clap, Offset<Float> tolerance) throws Exception {
        JsonObject expected = clap.expected();
        assertText(model, expected.getAsJsonArray("tokens"), expected.getAsJsonArray("text"), tolerance);
    }

    private static void assertText(ModelRun model, JsonArray tokens, JsonArray vectors, Offset<Float> tolerance)
            throws Exception {
        for (int i = 0; i < tokens.size(); i++) {
            long[] ids = TinyClap.longs(tokens.get(i).getAsJsonArray());
            assertThat(model.text(ids))
                    .as("%d tokens", ids.length)
                    .containsExactly(TinyClap.floats(vectors.get(i).getAsJsonArray()), tolerance);
        }
    }

    private static boolean[] isLonger(TinyClap clap) throws Exception {
        if (clap == TinyClap.UNFUSED) {
            return new boolean[0];
        }
        JsonArray array = clap.expected().getAsJsonArray("isLonger");
        boolean[] flags = new boolean[array.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = array.get(i).getAsBoolean();
        }
        return flags;
    }

    private static JsonObject read(BuiltPack pack) throws Exception {
        return JsonParser.parseString(Files.readString(pack.folder().resolve("pack.json")))
                .getAsJsonObject();
    }
}
