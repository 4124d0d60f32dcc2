package app.earmark.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import app.earmark.convert.SpeedUp;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.TrialRun;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How much faster a published audio model becomes on import; the two are run in turns, on one thread. */
final class SpeedUpBench {

    private static final long[] SHAPE = {1, 1, 1001, 64};
    private static final int ROUNDS = 15;

    private SpeedUpBench() {}

    /**
     * @param args audio model, file to write
     */
    public static void main(String[] args) throws Exception {
        Path model = Path.of(args[0]);
        Path copy = Path.of(args[1]);
        Files.deleteIfExists(copy);
        long start = System.nanoTime();
        SpeedUp.Outcome outcome = SpeedUp.rewrite(model, copy, SpeedUpBench::outputs, Progress.NONE);
        System.out.printf("%s, in %.1f s%n", outcome, (System.nanoTime() - start) / 1e9);
        if (outcome instanceof SpeedUp.Applied) {
            compare(model, copy);
        }
    }

    private static List<float[]> outputs(Path model, List<float[]> windows) throws IOException {
        try {
            return TrialRun.outputs(model, "input_features", SHAPE, "audio_embeds", windows);
        } catch (EncoderFailure e) {
            throw new IOException(e);
        }
    }

    private static void compare(Path model, Path copy) throws Exception {
        OrtEnvironment environment = Ort.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession before = environment.createSession(model.toString(), options);
                    OrtSession after = environment.createSession(copy.toString(), options)) {
                double[] ratios = new double[ROUNDS];
                double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
                boolean identical = true;
                for (int i = 0; i < ROUNDS; i++) {
                    float[] window = window(i);
                    float[][] outputs = new float[2][];
                    double one = Timing.of(i == 0 ? 2 : 0, 1, r -> outputs[0] = run(before, window))
                            .processor();
                    double other = Timing.of(i == 0 ? 2 : 0, 1, r -> outputs[1] = run(after, window))
                            .processor();
                    identical &= Arrays.equals(outputs[0], outputs[1]);
                    ratios[i] = one / other;
                    least[0] = Math.min(least[0], one);
                    least[1] = Math.min(least[1], other);
                }
                Arrays.sort(ratios);
                System.out.printf(
                        "%d windows: published %.1f ms, rewritten %.1f ms (least processor time), ratio %.2f,"
                                + " median of ratios %.2f, outputs %s%n",
                        ROUNDS,
                        least[0],
                        least[1],
                        least[0] / least[1],
                        ratios[ROUNDS / 2],
                        identical ? "bit-identical" : "DIFFERENT");
            }
        }
    }

    private static float[] window(int seed) {
        Random random = new Random(seed);
        float[] values = new float[1001 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(-100, random.nextGaussian() * 15 - 35);
        }
        return values;
    }

    private static float[] run(OrtSession session, float[] window) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(window), SHAPE);
                OrtSession.Result result = session.run(Map.of("input_features", input))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }
}
