package app.earmark.features;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What ClapFeatureExtractor made of sounds given by formula; see clap/README.md among the resources. */
public final class ClapReference {

    /** An array of reference.bin. */
    public record Values(int[] shape, float[] values) {}

    private static final JsonObject MANIFEST = json("clap/manifest.json");
    private static final ByteBuffer DATA = data("clap/reference.bin");

    private ClapReference() {}

    /** One sound, and what both configurations made of it. */
    public static final class Case {

        private final JsonObject entry;

        private Case(JsonObject entry) {
            this.entry = entry;
        }

        public SampleRate rate() {
            return new SampleRate(entry.get("rate").getAsInt());
        }

        public double seconds() {
            return entry.get("seconds").getAsDouble();
        }

        public int channels() {
            return entry.get("channels").getAsInt();
        }

        /** One channel at the case's own rate. */
        public Waveform channel(int channel) {
            return signal(entry.get("kind").getAsString(), rate().hertz(), seconds(), channel);
        }

        /** Mean of the channels at the case's own rate. */
        public Waveform mono() {
            Waveform left = channel(0);
            if (channels() == 1) {
                return left;
            }
            float[] right = channel(1).samples();
            float[] mono = new float[right.length];
            for (int i = 0; i < mono.length; i++) {
                mono[i] = (left.samples()[i] + right[i]) * 0.5f;
            }
            return new Waveform(mono, rate());
        }

        public int samplesAt48000() {
            return entry.get("samples_48k").getAsInt();
        }

        /** Shape [channels, 32]. */
        public Values inputHead() {
            return values(entry.getAsJsonObject("input_head"));
        }

        public boolean isLonger(String mode) {
            return entry.getAsJsonObject(mode).get("is_longer").getAsBoolean();
        }

        /** Shape [1 or 4, frames, 64]. */
        public Values frames(String mode) {
            return values(entry.getAsJsonObject(mode).getAsJsonObject("data"));
        }

        /** Shape [1 or 4, 64]. */
        public Values meanPerBin(String mode) {
            return values(entry.getAsJsonObject(mode).getAsJsonObject("mean_per_bin"));
        }

        public float max(String mode) {
            return entry.getAsJsonObject(mode).get("max").getAsFloat();
        }

        /** Shape [1 or 4, 1001, 64], or null where it was not kept. */
        public Values everything(String mode) {
            JsonObject full = entry.getAsJsonObject(mode).getAsJsonObject("full");
            return full == null ? null : values(full);
        }

        /** For each consecutive window, shape [frames, 64]. */
        public List<Values> windows() {
            List<Values> windows = new ArrayList<>();
            if (entry.has("unfused_windows")) {
                entry.getAsJsonArray("unfused_windows")
                        .forEach(window ->
                                windows.add(values(window.getAsJsonObject().getAsJsonObject("data"))));
            }
            return windows;
        }

        @Override
        public String toString() {
            return entry.get("name").getAsString();
        }
    }

    public static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (JsonElement entry : MANIFEST.getAsJsonArray("cases")) {
            cases.add(new Case(entry.getAsJsonObject()));
        }
        return cases;
    }

    public static Case named(String name) {
        return cases().stream()
                .filter(c -> c.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Frames of a window that were kept. */
    public static int[] keptFrames() {
        return IntStream.of(0, 1, 2, 3, 57, 100, 250, 333, 499, 500, 501, 667, 750, 900, 998, 999, 1000)
                .toArray();
    }

    /** Shape [513 × 64]. */
    public static double[] filterBank(int index) {
        double[] weights = new double[513 * 64];
        data("clap/filterbanks_f64.bin").asDoubleBuffer().get(index * weights.length, weights);
        return weights;
    }

    /** The sounds of the manifest; {@code channel} matters to "mix" only. */
    public static Waveform signal(String kind, int rate, double seconds, int channel) {
        int length = (int) Math.floor(seconds * rate + 0.5);
        float[] samples = new float[length];
        Noise noise = new Noise(kind.equals("noise") ? 12_345 : kind.equals("decay") ? 777 : 1000 + channel);
        double top = Math.min(0.42 * rate, 16_000);
        double turn = 2 * Math.PI;
        int every = (int) (rate * (kind.equals("mix") ? 0.4 : 0.25));
        for (int i = 0; i < length; i++) {
            double t = i / (double) rate;
            samples[i] = (float)
                    switch (kind) {
                        case "sine" -> 0.5 * Math.sin(turn * 1000 * t);
                        case "chirp" -> 0.5 * Math.sin(turn * (50 * t + (top - 50) / (2 * seconds) * t * t));
                        case "impulses" -> i % every == 0 ? 0.9 : 0;
                        case "noise" -> 0.25 * noise.next();
                        case "decay" -> 0.8 * noise.next() * Math.exp(-8 * mod(t, 0.5));
                        case "silence" -> 0;
                        case "dc" -> 0.25;
                        case "square" -> mod(t * 110, 1) < 0.5 ? 0.95 : -0.95;
                        case "quiet" -> 1e-4 * Math.sin(turn * 440 * t);
                        case "mix" ->
                            0.25 * Math.sin(turn * (channel == 0 ? 220.0 : 331.0) * t) * Math.exp(-2 * mod(t, 1))
                                    + 0.2 * Math.sin(turn * (60 * t + (top - 60) / (2 * seconds) * t * t))
                                    + 0.15 * noise.next() * Math.exp(-6 * mod(t + 0.1 * channel, 0.75))
                                    + (i % every == every / 2 * channel ? 0.3 : 0);
                        default -> throw new IllegalArgumentException(kind);
                    };
        }
        return new Waveform(samples, new SampleRate(rate));
    }

    /** As {@code t % period}, which takes ten times as long. */
    private static double mod(double t, double period) {
        double rest = t - period * Math.floor(t / period);
        return rest < 0 ? rest + period : rest;
    }

    /** 32-bit linear congruential generator; the upper 24 bits as −1 to 1. */
    private static final class Noise {
        private int state;

        private Noise(int seed) {
            state = seed;
        }

        private double next() {
            state = state * 1_664_525 + 1_013_904_223;
            return (state >>> 8) / 8_388_608.0 - 1;
        }
    }

    private static Values values(JsonObject place) {
        int[] shape = new Gson().fromJson(place.get("shape"), int[].class);
        float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
        DATA.duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(place.get("offset").getAsInt(), values);
        return new Values(shape, values);
    }

    private static JsonObject json(String name) {
        try (InputStream in = ClapReference.class.getResourceAsStream(name)) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer data(String name) {
        try (InputStream in = ClapReference.class.getResourceAsStream(name)) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
