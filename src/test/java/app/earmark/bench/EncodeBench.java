package app.earmark.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.embed.AudioEncoder;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.features.BlockedLogMelParameters;
import app.earmark.features.FrontEnd;
import app.earmark.features.LogMel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What listening to a window costs beside ONNX Runtime alone on the same tensor. */
final class EncodeBench {

    private static final SampleRate RATE = new SampleRate(44_100);
    private static final BlockedLogMelParameters STARTER = new BlockedLogMelParameters(
            RATE, 2048, 1024, MelScale.NATURAL_LOG_1127, 96, 0, 22_050, 10_000, 9.457798957824707, 100, 50);

    private EncodeBench() {}

    public static void main(String[] args) throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            byte[] model = EncodeBench.class
                    .getResourceAsStream("/app/earmark/packs/starter/audio.onnx")
                    .readAllBytes();
            AudioEncoder encoder = pack.audio();
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession session = environment.createSession(model, options)) {
                for (double seconds : new double[] {2, 5, 20}) {
                    compare(seconds, encoder, environment, session);
                }
            }
            for (int threads : new int[] {1, 2}) {
                throughput(encoder, threads);
            }
        }
    }

    private static void compare(double seconds, AudioEncoder encoder, OrtEnvironment environment, OrtSession session)
            throws Exception {
        Waveform window = noise(seconds, 1);
        FrontEnd frontEnd = STARTER.build();
        LogMel logMel = frontEnd.apply(window, 0.9f / window.peak());
        int rounds = 12;
        Timing whole = Timing.of(4, rounds, i -> encoder.encode(window));
        Timing features = Timing.of(4, rounds, i -> frontEnd.apply(window, 1));
        Timing alone = Timing.of(4, rounds, i -> {
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, logMel.values(), logMel.shape());
                    OrtSession.Result result = session.run(Map.of("log_mel", tensor))) {
                result.get(0);
            }
        });
        System.out.printf(
                "window %4.1f s, %2d blocks: encode %.1f ms, log-mel %.1f ms, ONNX Runtime alone %.1f ms,"
                        + " ratio %.3f (processor time)%n",
                seconds,
                logMel.shape()[0],
                whole.processor(),
                features.processor(),
                alone.processor(),
                whole.processor() / alone.processor());
    }

    private static void throughput(AudioEncoder encoder, int count) throws Exception {
        List<Waveform> windows = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            windows.add(noise(0.5 + i % 8, i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(count);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (Waveform window : windows) {
            running.add(threads.submit(() -> encoder.encode(window)));
        }
        for (Future<?> one : running) {
            one.get();
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        double sound = windows.stream().mapToDouble(Waveform::durationSeconds).sum();
        System.out.printf(
                "%d threads: %.1f windows a second, %.0f × real time%n",
                count, windows.size() / elapsed, sound / elapsed);
    }

    private static Waveform noise(double seconds, long seed) {
        Random random = new Random(seed);
        float[] samples = new float[(int) RATE.framesIn(seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        return new Waveform(samples, RATE);
    }
}
