package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.progress.Progress;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One sentence that names the file, and nothing left behind. */
class UnusableCheckpointTest {

    private static final String TABLE =
            "audio_model.audio_encoder.layers.0.blocks.1.attention.self.relative_position_bias_table";

    @TempDir
    Path temp;

    private Path folder;
    private Path weights;

    @BeforeEach
    void copyACheckpoint() throws IOException {
        folder = TinyClap.FUSED.copyTo(temp.resolve("checkpoint"), "model.safetensors");
        weights = folder.resolve("model.safetensors");
    }

    @Test
    void aMissingTensorIsNamed() throws Exception {
        change(file -> file.header().remove(TABLE));
        refused().hasMessageContainingAll(weights.toString(), "lack the tensor " + TABLE);
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() throws Exception {
        change(file -> file.tensor(TABLE).add("shape", JsonParser.parseString("[1, 225]")));
        refused().hasMessageContainingAll(weights.toString(), TABLE, "[1, 225]", "[225, 1]");
    }

    /** Its bias changes no score, and the graph goes without it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio_model.audio_encoder.layers.0.blocks.0.attention.self.key.bias",
                "text_model.encoder.layer.0.attention.self.key.bias"
            })
    void theBiasOfAKeyMustBeThereAndWholeAllTheSame(String bias) throws Exception {
        change(file -> ByteBuffer.wrap(file.data())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(
                        file.tensor(bias).getAsJsonArray("data_offsets").get(0).getAsInt(), Float.NaN));
        refused().hasMessageContainingAll(weights.toString(), bias, "no number");
        change(file -> file.header().remove(bias));
        refused().hasMessageContainingAll(weights.toString(), "lack the tensor " + bias);
    }

    @Test
    void aTensorOfWholeNumbersIsNamed() throws Exception {
        change(file -> file.tensor(TABLE).addProperty("dtype", "I32"));
        refused().hasMessageContainingAll(weights.toString(), TABLE, "I32");
    }

    @Test
    void aTypeNobodyKnowsIsNamed() throws Exception {
        change(file -> file.tensor(TABLE).addProperty("dtype", "F8_E4M3"));
        refused().hasMessageContainingAll(weights.toString(), TABLE, "F8_E4M3");
    }

    @Test
    void anInfiniteWeightIsFoundWhileThePackIsWritten() throws Exception {
        change(file -> {
            String last = "text_projection.linear2.weight";
            int at = file.tensor(last).getAsJsonArray("data_offsets").get(0).getAsInt();
            ByteBuffer.wrap(file.data()).order(ByteOrder.LITTLE_ENDIAN).putFloat(at + 40, Float.POSITIVE_INFINITY);
        });
        refused().hasMessageContainingAll(weights.toString(), "text_projection.linear2.weight", "no number");
    }

    @Test
    void aVarianceBelowZeroIsNamed() throws Exception {
        String variance = "audio_model.audio_encoder.patch_embed.fusion_model.local_att.1.running_var";
        put(variance, 0, -1);
        refused().hasMessageContainingAll(weights.toString(), variance, "below zero");
    }

    @ParameterizedTest
    @EnumSource
    void weightsWhoseProductIsInfiniteAreFoundWhileThePackIsWritten(Precision precision) throws Exception {
        String block = "audio_model.audio_encoder.layers.1.blocks.0.";
        put(block + "layernorm_before.weight", 2, 1e30f);
        put(block + "attention.self.key.weight", 2, -1e30f);
        refused(precision).hasMessageContainingAll(weights.toString(), "too large");
    }

    @Test
    void aWeightTooLargeFor16BitsAsksFor32() throws Exception {
        put("text_model.embeddings.word_embeddings.weight", 100, 70000);
        refused(Precision.FP16).hasMessageContainingAll(weights.toString(), "fp32");
        ClapGraphs.build(folder, Precision.FP32, temp.resolve("packs/out"), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 8, 1000, 400_000})
    void aFileThatIsCutOffIsRefused(long length) throws Exception {
        try (var channel = Files.newByteChannel(weights, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        refused().hasMessageContainingAll(weights.toString(), "download the file again");
    }

    @Test
    void aFileThatIsNoSafetensorsIsRefused() throws Exception {
        Files.writeString(weights, "<!doctype html><title>404</title>" + " ".repeat(1000));
        refused().hasMessageContainingAll(weights.toString(), "no safetensors file");
    }

    @ParameterizedTest
    @CsvSource({"-8, 892", "0, 904", "900, 0", "99999999999, 99999999999"})
    void offsetsThatDoNotFitAreRefused(long start, long end) throws Exception {
        change(file -> {
            JsonArray offsets = new JsonArray();
            offsets.add(start);
            offsets.add(end);
            file.tensor(TABLE).add("data_offsets", offsets);
        });
        refused().hasMessageContainingAll(weights.toString(), TABLE);
    }

    @Test
    void aShapeThatOverflowsIsRefused() throws Exception {
        change(file -> file.tensor(TABLE).add("shape", JsonParser.parseString("[9223372036854775807, 4]")));
        refused().hasMessageContainingAll(weights.toString(), TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "preprocessor_config.json", "tokenizer.json", "model.safetensors"})
    void aMissingFileIsNamed(String name) throws Exception {
        Files.delete(folder.resolve(name));
        refused().hasMessageContainingAll(folder.toString(), name);
    }

    @Test
    void weightsInSeveralFilesAreRefused() throws Exception {
        Files.move(weights, folder.resolve("model-00001-of-00002.safetensors"));
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{}");
        refused().hasMessageContainingAll(folder.toString(), "split into several files");
    }

    @ParameterizedTest
    @CsvSource({
        "config.json, model_type, \"whisper\"",
        "config.json, projection_hidden_act, \"gelu\"",
        "preprocessor_config.json, feature_extractor_type, \"WhisperFeatureExtractor\"",
        "preprocessor_config.json, top_db, 80",
        "preprocessor_config.json, padding, \"reflect\"",
        "preprocessor_config.json, truncation, \"center\"",
        "preprocessor_config.json, truncation, \"rand_trunc\"",
        "preprocessor_config.json, hop_length, 320",
        "preprocessor_config.json, feature_size, 128",
        "preprocessor_config.json, sampling_rate, \"48000\""
    })
    void aDescriptionThatCannotBeMetIsRefused(String name, String field, String value) throws Exception {
        Path file = folder.resolve(name);
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        json.add(field, JsonParser.parseString(value));
        Files.writeString(file, json.toString());
        refused().hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audio_config|fusion_type|\"channel_map\"",
                "audio_config|hidden_act|\"relu\"",
                "audio_config|window_size|7",
                "audio_config|patch_stride|[4, 2]",
                "audio_config|depths|[2, 2, 3, 1, 1, 1]",
                "audio_config|num_attention_heads|[3, 2, 2, 4]",
                "audio_config|qkv_bias|false",
                "text_config|position_embedding_type|\"relative_key\"",
                "text_config|num_attention_heads|5"
            })
    void anArchitectureOfAnotherKindIsRefused(String part, String field, String value) throws Exception {
        Path file = folder.resolve("config.json");
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        json.getAsJsonObject(part).add(field, JsonParser.parseString(value));
        Files.writeString(file, json.toString());
        refused().hasMessageContainingAll(file.toString(), field);
    }

    @Test
    void aDamagedDescriptionIsRefused() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"cl");
        refused().hasMessageContainingAll(folder.resolve("config.json").toString(), "download it again");
    }

    private void put(String tensor, int index, float value) throws IOException {
        change(file -> {
            int at = file.tensor(tensor).getAsJsonArray("data_offsets").get(0).getAsInt();
            ByteBuffer.wrap(file.data()).order(ByteOrder.LITTLE_ENDIAN).putFloat(at + index * Float.BYTES, value);
        });
    }

    private void change(Consumer<SafetensorsFile> change) throws IOException {
        SafetensorsFile file = SafetensorsFile.read(weights);
        change.accept(file);
        file.write(weights);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return refused(Precision.FP32);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(Precision precision) {
        Path out = temp.resolve("packs/out");
        var thrown = assertThatThrownBy(() -> ClapGraphs.build(folder, precision, out, Progress.NONE));
        assertThat(temp.resolve("packs").toFile().list()).isNullOrEmpty();
        thrown.isInstanceOf(UnusableCheckpoint.class);
        thrown.message().endsWith(".").doesNotContain("\n");
        return thrown;
    }
}
