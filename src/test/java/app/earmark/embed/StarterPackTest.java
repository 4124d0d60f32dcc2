package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import app.earmark.features.LogMel;
import app.earmark.features.ReferenceArrays;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bundled pack against its references: the embeddings of the original PyTorch model ({@code starter-reference.bin})
 * and vectors of the same pack computed in Python ({@code starter-vectors.json}), both written by onnx/starter.
 */
class StarterPackTest {

    private static final PackFiles FILES = PackFiles.onClassPath("/app/earmark/packs/starter");

    private static PackSpec spec;
    private static OnnxSession tower;
    private static OnnxModelPack pack;
    private static JsonObject vectors;

    private final ReferenceArrays reference = new ReferenceArrays();

    @BeforeAll
    static void load() throws Exception {
        spec = new PackReader(FILES).read();
        tower = new PackModels(FILES, spec).session(spec.audio().model(), OnnxAudioEncoder.check(spec));
        pack = OnnxModelPack.open(FILES);
        try (Reader reader = new InputStreamReader(
                StarterPackTest.class.getResourceAsStream("starter-vectors.json"), StandardCharsets.UTF_8)) {
            vectors = new Gson().fromJson(reader, JsonObject.class);
        }
    }

    @AfterAll
    static void close() {
        tower.close();
        pack.close();
    }

    @ParameterizedTest
    @FieldSource("app.earmark.features.ReferenceArrays#SIGNALS")
    void embeddingEqualsTheOriginalModelUpToItsQuantisedWeights(String signal) throws EncoderFailure {
        float[] embedding = run(signal, "embedding", 512);

        assertThat(Vectors.cosine(embedding, reference.embedding(signal))).isGreaterThan(0.998);
    }

    static Stream<JsonObject> clips() {
        return objects("clips");
    }

    @ParameterizedTest
    @MethodSource("clips")
    void soundVectorsEqualThoseOfPython(JsonObject clip) throws EncoderFailure {
        String signal = clip.get("signal").getAsString();

        assertThat(Vectors.cosine(run(signal, "joint", pack.description().jointDimension()), floats(clip, "joint")))
                .isGreaterThan(0.9999);
        assertThat(Vectors.cosine(
                        run(signal, "acoustic", pack.description().acousticDimension()), floats(clip, "acoustic")))
                .isGreaterThan(0.9999);
    }

    static Stream<JsonObject> texts() {
        return objects("texts");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textVectorsEqualThoseOfPython(JsonObject text) throws EncoderFailure {
        String words = text.get("text").getAsString();
        OnnxTextEncoder encoder = pack.onnxText();

        assertThat(encoder.tokens(words))
                .containsExactly(StreamSupport.stream(text.getAsJsonArray("ids").spliterator(), false)
                        .mapToLong(JsonElement::getAsLong)
                        .toArray());
        assertThat(Vectors.cosine(encoder.sentence(words), floats(text, "sentence")))
                .isGreaterThan(0.9999);
        assertThat(Vectors.cosine(encoder.encode(words), floats(text, "joint"))).isGreaterThan(0.9999);
    }

    @Test
    void aDescriptionOfAnyLengthIsCutAtThePacksLimit() throws EncoderFailure {
        assertThat(pack.onnxText().tokens("wind ".repeat(500))).hasSize(64);
        assertThat(Vectors.length(pack.text().encode("wind ".repeat(500)))).isBetween(0.9999, 1.0001);
    }

    private float[] run(String signal, String output, int length) throws EncoderFailure {
        LogMel logMel = spec.frontEnd().build().apply(ReferenceArrays.signal(signal));
        return tower.run(
                environment -> Map.of("log_mel", OnnxTensor.createTensor(environment, logMel.values(), logMel.shape())),
                Set.of(output),
                result -> tower.vector(result, output, length));
    }

    private static Stream<JsonObject> objects(String name) {
        return StreamSupport.stream(vectors.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static float[] floats(JsonObject object, String name) {
        return new Gson().fromJson(object.get(name), float[].class);
    }
}
