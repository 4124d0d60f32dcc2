package app.earmark.features;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Six signals given by formula, and what the starter model's reference implementation (Essentia and PyTorch) made of
 * them: {@code starter-reference.json} and {@code .bin}, written by onnx/starter.
 */
public final class ReferenceArrays {

    public static final SampleRate RATE = new SampleRate(44_100);

    public static final List<String> SIGNALS =
            List.of("sine440_1s", "chirp_3s", "noise_decay_2s", "impulses_2048x30", "short_0.05s", "silence_1s");

    private final JsonArray index;
    private final ByteBuffer values;

    public ReferenceArrays() {
        try (InputStream json = ReferenceArrays.class.getResourceAsStream("starter-reference.json");
                InputStream data = ReferenceArrays.class.getResourceAsStream("starter-reference.bin")) {
            index = new Gson()
                    .fromJson(new InputStreamReader(json, StandardCharsets.UTF_8), JsonObject.class)
                    .getAsJsonArray("arrays");
            values = ByteBuffer.wrap(data.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shape [frames × 96], frames beyond the end not included. */
    public float[] logMel(String signal) {
        return array(signal, "logmel");
    }

    /** Shape [512], not normalised. */
    public float[] embedding(String signal) {
        return array(signal, "embedding");
    }

    private float[] array(String signal, String kind) {
        for (JsonElement element : index) {
            JsonObject entry = element.getAsJsonObject();
            if (entry.get("signal").getAsString().equals(signal)
                    && entry.get("array").getAsString().equals(kind)) {
                int size = 1;
                for (JsonElement extent : entry.getAsJsonArray("shape")) {
                    size *= extent.getAsInt();
                }
                float[] array = new float[size];
                values.asFloatBuffer().get(entry.get("offset").getAsInt(), array);
                return array;
            }
        }
        throw new IllegalArgumentException(signal + " " + kind);
    }

    public static Waveform signal(String name) {
        return switch (name) {
            case "sine440_1s" -> formula(44_100, t -> 0.5 * Math.sin(2 * Math.PI * 440 * t));
            case "chirp_3s" -> formula(132_300, t -> 0.4 * Math.sin(2 * Math.PI * (50 * t + 14950.0 / 6 * t * t)));
            case "noise_decay_2s" -> noise();
            case "impulses_2048x30" -> impulses();
            case "short_0.05s" -> formula(2_205, t -> 0.3 * Math.sin(2 * Math.PI * 1000 * t));
            case "silence_1s" -> new Waveform(new float[44_100], RATE);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Waveform formula(int length, DoubleUnaryOperator ofSeconds) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) ofSeconds.applyAsDouble(i / 44_100.0);
        }
        return new Waveform(samples, RATE);
    }

    private static Waveform noise() {
        float[] samples = new float[88_200];
        long state = 1;
        for (int i = 0; i < samples.length; i++) {
            state = (state * 1_664_525 + 1_013_904_223) & 0xffff_ffffL;
            samples[i] = (float) ((state / 2147483648.0 - 1) * Math.exp(-3 * i / 44_100.0));
        }
        return new Waveform(samples, RATE);
    }

    private static Waveform impulses() {
        float[] samples = new float[61_440];
        for (int i = 0; i < samples.length; i += 11_025) {
            samples[i] = 0.9f;
        }
        return new Waveform(samples, RATE);
    }
}
