package app.earmark.embed;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs made of the tiny CLAPs among the resources; clap/README.md says what those are. */
public final class ClapFixture {

    private static final String PACK = """
            {"schema": 1, "id": "tiny-clap-MODE", "version": "1", "name": "Tiny CLAP", "licence": "none", "credit": "none",
             "frontEnd": {"type": "clap-log-mel", "sampleRate": 48000, "frameLength": 1024, "hopLength": 480,
              "window": "hann-periodic", "melBands": 64, "lowHz": 50, "highHz": 14000, BANK,
              "clipSamples": 480000, "shortClips": "repeatpad", LONG},
             "windows": {"longestSeconds": 10, "most": 30, "levelPeak": 0},
             "audio": {"model": "onnx/AUDIO", "input": "input_features", LONGER"joint": "audio_embeds"},
             "text": {"model": "onnx/TEXT", "tokenizer": "tokenizer.json", "inputs": ["input_ids"],
              "output": "text_embeds", "pooling": "none", "maxTokens": 512, "promptTemplate": "{}"},
             "dimensions": {"joint": 64}, "logitScale": 18.2,
             "hash": "HASH",
             "files": {"onnx/AUDIO": "SHA_AUDIO", "onnx/TEXT": "SHA_TEXT", "tokenizer.json": "SHA_TOKENIZER"}}
            """;

    private ClapFixture() {}

    /** Writes a pack into a new folder below {@code parent}. */
    public static Path pack(Path parent, boolean fused, boolean quantized) {
        String mode = fused ? "fused" : "unfused";
        String suffix = quantized ? "_quantized.onnx" : ".onnx";
        try {
            Path folder = Files.createDirectories(parent.resolve(mode + (quantized ? "-int8" : "-fp32")));
            Files.createDirectories(folder.resolve("onnx"));
            String audio = copy(mode + "/onnx/audio_model" + suffix, folder.resolve("onnx/audio_model" + suffix));
            String text = copy("unfused/onnx/text_model" + suffix, folder.resolve("onnx/text_model" + suffix));
            String tokenizer = copy("unfused/tokenizer.json", folder.resolve("tokenizer.json"));
            Files.writeString(
                    folder.resolve("pack.json"),
                    PACK.replace("MODE", mode)
                            .replace(
                                    "BANK",
                                    fused
                                            ? "\"melScale\": \"htk\", \"melNorm\": \"none\""
                                            : "\"melScale\": \"slaney\", \"melNorm\": \"slaney\"")
                            .replace(
                                    "LONG}",
                                    fused
                                            ? "\"longClips\": \"fusion\", \"isLonger\": \"by-length\"}"
                                            : "\"longClips\": \"windows\"}")
                            .replace("LONGER", fused ? "\"isLonger\": \"is_longer\", " : "")
                            .replace("HASH", Sha256.ofText(audio + text + tokenizer))
                            .replace("SHA_AUDIO", audio)
                            .replace("SHA_TEXT", text)
                            .replace("SHA_TOKENIZER", tokenizer)
                            .replace("AUDIO", "audio_model" + suffix)
                            .replace("TEXT", "text_model" + suffix));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings the digests in pack.json up to date with changed files. */
    static void seal(Path folder, boolean fused, boolean quantized) throws IOException {
        String suffix = quantized ? "_quantized.onnx" : ".onnx";
        String json = Files.readString(folder.resolve("pack.json"));
        StringBuilder digests = new StringBuilder();
        for (String name : new String[] {"onnx/audio_model" + suffix, "onnx/text_model" + suffix, "tokenizer.json"}) {
            String digest = Sha256.of(Files.readAllBytes(folder.resolve(name)));
            json = json.replaceAll("\"" + name + "\": \"[0-9a-f]{64}\"", "\"" + name + "\": \"" + digest + "\"");
            digests.append(digest);
        }
        json = json.replaceAll("\"hash\": \"[0-9a-f]{64}\"", "\"hash\": \"" + Sha256.ofText(digests.toString()) + "\"");
        Files.writeString(folder.resolve("pack.json"), json);
    }

    private static String copy(String name, Path target) throws IOException {
        byte[] bytes = bytes(name);
        Files.write(target, bytes);
        return Sha256.of(bytes);
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = ClapFixture.class.getResourceAsStream("clap/" + name)) {
            return in.readAllBytes();
        }
    }

    /** expected.json of a model. */
    public static JsonObject expected(String mode) {
        try (InputStream in = ClapFixture.class.getResourceAsStream("clap/" + mode + "/expected.json")) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Row {@code row} of an array that expected.json names. */
    public static float[] expected(String mode, String array, int row) {
        JsonObject place = expected(mode).getAsJsonObject(array);
        int width = place.getAsJsonArray("shape").get(1).getAsInt();
        float[] values = new float[width];
        try {
            ByteBuffer.wrap(bytes(mode + "/expected.bin"))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(place.get("offset").getAsInt() + row * width, values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
