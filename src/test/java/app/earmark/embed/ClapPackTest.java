package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.Waveform;
import app.earmark.features.ClapFrontEnds;
import app.earmark.features.ClapReference;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CLAP in the hub's layout, against what Python makes of the same files. */
class ClapPackTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void audioVectorsEqualPythons(boolean fused, boolean quantized) throws Exception {
        String mode = fused ? "fused" : "unfused";
        String array = "audio" + (quantized ? "_quantized" : "") + "_computed";
        try (OnnxModelPack pack = open(ClapFixture.pack(folder, fused, quantized))) {
            JsonArray signals = ClapFixture.expected(mode).getAsJsonArray("signals");
            for (int i = 0; i < signals.size(); i++) {
                Waveform clip = ClapFrontEnds.at48000(signal(signals.get(i).getAsJsonObject()));
                if (fused && clip.length() > ClapFrontEnds.WINDOW) {
                    continue; // the fixture's crops are the first of each third; see features.ClapLogMelTest
                }
                Waveform window = ClapFrontEnds.cut(clip, 0, Math.min(clip.length(), ClapFrontEnds.WINDOW));

                float[] joint = pack.audio().encode(window).joint();

                float[] expected = ClapFixture.expected(mode, array, i);
                assertThat(Vectors.cosine(unit(joint), unit(expected))).isGreaterThan(quantized ? 0.9999 : 0.9999999);
                if (!quantized) {
                    assertThat(joint).containsExactly(expected, within(2e-4f));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textVectorsEqualPythonsAndAreOfUnitLength(boolean quantized) throws Exception {
        try (OnnxModelPack pack = open(ClapFixture.pack(folder, false, quantized))) {
            JsonObject expected = ClapFixture.expected("unfused");
            JsonArray texts = expected.getAsJsonArray("texts");
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i).getAsString();
                assertThat(pack.onnxText().tokens(text))
                        .isEqualTo(ids(expected.getAsJsonArray("ids").get(i)));

                float[] vector = pack.text().encode(text);

                assertThat(Vectors.length(vector)).isCloseTo(1, within(1e-6));
                float[] raw = ClapFixture.expected("unfused", quantized ? "text_quantized" : "text", i);
                assertThat(vector).containsExactly(unit(raw), within(quantized ? 1e-4f : 1e-6f));
            }
        }
    }

    @Test
    void aLongClipIsHeardAsAWholeByAModelThatFuses() throws Exception {
        Waveform clip = ClapReference.signal("mix", 48_000, 14.7, 0);
        try (OnnxModelPack fused = open(ClapFixture.pack(folder, true, false));
                OnnxModelPack unfused = open(ClapFixture.pack(folder, false, false))) {
            assertThat(unfused.audio().partsOfWhole(clip.length())).isEmpty();
            assertThat(fused.audio().partsOfWhole(ClapFrontEnds.WINDOW)).isEmpty();
            List<Waveform> parts = new ArrayList<>();
            for (SampleRange part : fused.audio().partsOfWhole(clip.length())) {
                parts.add(ClapFrontEnds.cut(clip, (int) part.start(), (int) part.end()));
            }

            float[] whole = fused.audio().encodeWhole(clip.length(), parts).joint();

            // other crops of the same clip: near, and not the same
            double cosine = Vectors.cosine(unit(whole), unit(ClapFixture.expected("fused", "audio_computed", 2)));
            assertThat(cosine).isBetween(0.8, 0.99999);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void idsEqualPythonsOnHardStringsInBothStylesOfMerges(boolean mergesAsPairs) throws Exception {
        byte[] json = ClapFixture.bytes("unfused/tokenizer.json");
        if (!mergesAsPairs) {
            json = joinedMerges(json);
        }
        JsonArray rows = JsonParser.parseString(
                        new String(ClapFixture.bytes("hard-strings.json"), StandardCharsets.UTF_8))
                .getAsJsonArray();
        assertThat(rows).hasSizeGreaterThan(60);
        try (Tokenizer tokenizer = new Tokenizer("Tiny CLAP", json, 512);
                Tokenizer short8 = new Tokenizer("Tiny CLAP", json, 8)) {
            for (JsonElement element : rows) {
                JsonObject row = element.getAsJsonObject();
                String text = row.get("text").getAsString();
                assertThat(tokenizer.encode(text).getIds()).as(text).isEqualTo(ids(row.get("ids")));
                assertThat(short8.encode(text).getIds()).as(text).isEqualTo(ids(row.get("cutAt8")));
            }
        }
    }

    private static byte[] joinedMerges(byte[] json) {
        JsonObject tokenizer =
                JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
        JsonObject model = tokenizer.getAsJsonObject("model");
        JsonArray joined = new JsonArray();
        for (JsonElement merge : model.getAsJsonArray("merges")) {
            JsonArray pair = merge.getAsJsonArray();
            joined.add(pair.get(0).getAsString() + " " + pair.get(1).getAsString());
        }
        model.add("merges", joined);
        return tokenizer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static OnnxModelPack open(Path pack) throws UnusablePack {
        assertThat(Files.exists(pack.resolve("pack.json"))).isTrue();
        return OnnxModelPack.open(PackFiles.inFolder(pack));
    }

    private static Waveform signal(JsonObject signal) {
        return ClapReference.signal(
                signal.get("kind").getAsString(),
                signal.get("rate").getAsInt(),
                signal.get("seconds").getAsDouble(),
                0);
    }

    private static long[] ids(JsonElement array) {
        return array.getAsJsonArray().asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
    }

    private static float[] unit(float[] vector) {
        double length = Vectors.length(vector);
        float[] unit = vector.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (unit[i] / length);
        }
        return unit;
    }
}
