package app.earmark.convert;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** The tiny checkpoints of onnx/graphs/make_tiny_clap.py, and what PyTorch makes of them. */
enum TinyClap {
    FUSED(4),
    UNFUSED(1);

    private static final Path RESOURCES = Path.of("src/test/resources/app/earmark/convert");

    private final int channels;

    TinyClap(int channels) {
        this.channels = channels;
    }

    int channels() {
        return channels;
    }

    Path folder() {
        return RESOURCES.resolve(name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A copy with the weights of one file only, to be changed. */
    Path copyTo(Path folder, String weights) throws IOException {
        Files.createDirectories(folder);
        for (String name : new String[] {"config.json", "preprocessor_config.json", "tokenizer.json", weights}) {
            Files.copy(folder().resolve(name), folder.resolve(name));
        }
        return folder;
    }

    JsonObject expected() throws IOException {
        return JsonParser.parseString(Files.readString(folder().resolve("expected.json")))
                .getAsJsonObject();
    }

    /** The four windows the reference heard: [4, channels, 1001, 64]. */
    float[] features() {
        return features(12345, 4);
    }

    float[] features(int seed, int windows) {
        float[] values = new float[windows * channels * 1001 * 64];
        int s = seed;
        for (int i = 0; i < values.length; i++) {
            s = 1664525 * s + 1013904223;
            values[i] = (float) ((s >>> 8) / 0x1p23 - 1) * 30 - 40;
        }
        return values;
    }

    static float[] floats(JsonArray array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).getAsFloat();
        }
        return values;
    }

    static long[] longs(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(each -> each.getAsLong())
                .toArray();
    }
}
