package app.earmark.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import app.earmark.convert.BuiltPack;
import app.earmark.convert.ClapGraphs;
import app.earmark.convert.Precision;
import app.earmark.progress.Progress;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Builds a pack from a checkpoint and compares its vectors with those of a pack that the Python exporter made of it. */
final class BuildBench {

    private static final long[][] TEXTS = {{0, 2}, {0, 44, 55, 66, 2}, {0, 9, 1, 1, 10, 2}, tokens(40)};

    private final OrtEnvironment environment = Ort.environment();

    /**
     * @param args checkpoint's folder, folder to build, fp32 or fp16, folder of the other pack
     */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Precision precision = Precision.valueOf(args[2].toUpperCase(java.util.Locale.ROOT));
        BuiltPack pack = ClapGraphs.build(Path.of(args[0]), precision, Path.of(args[1]), Progress.NONE);
        System.out.printf(
                "built %s, %.1f MB, in %.1f s; heap in use at most %.0f MB%n",
                pack.id(), pack.sizeBytes() / 1e6, (System.nanoTime() - start) / 1e9, HeapPeak.megabytes());
        BuildBench bench = new BuildBench();
        bench.compareTexts(pack.folder(), Path.of(args[3]));
        bench.compareSounds(pack.folder(), Path.of(args[3]));
    }

    private void compareTexts(Path ours, Path theirs) throws Exception {
        try (OrtSession one = session(ours.resolve("text.onnx"));
                OrtSession other = session(theirs.resolve("text.onnx"))) {
            double worst = 0;
            for (long[] ids : TEXTS) {
                try (OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), new long[] {1, ids.length})) {
                    Map<String, OnnxTensor> inputs = Map.of("input_ids", tensor);
                    worst = Math.max(worst, difference(run(one, inputs), run(other, inputs)));
                }
            }
            System.out.printf("text: largest difference of unit-length vectors %.1e (%d texts)%n", worst, TEXTS.length);
        }
    }

    private void compareSounds(Path ours, Path theirs) throws Exception {
        try (OrtSession one = session(ours.resolve("audio.onnx"));
                OrtSession other = session(theirs.resolve("audio.onnx"))) {
            boolean fused = one.getNumInputs() == 2;
            double worst = 0;
            int windows = 8;
            for (int i = 0; i < windows; i++) {
                worst = Math.max(worst, compareSound(one, other, fused, i));
            }
            System.out.printf("audio: largest difference of unit-length vectors %.1e (%d windows)%n", worst, windows);
        }
    }

    private double compareSound(OrtSession one, OrtSession other, boolean fused, int number) throws Exception {
        Random random = new Random(number);
        float[] features = new float[(fused ? 4 : 1) * 1001 * 64];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) Math.max(-100, random.nextGaussian() * 15 - 35);
        }
        long[] shape = {1, fused ? 4 : 1, 1001, 64};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        inputs.put("input_features", OnnxTensor.createTensor(environment, FloatBuffer.wrap(features), shape));
        if (fused) {
            inputs.put("is_longer", OnnxTensor.createTensor(environment, new boolean[][] {{number % 2 == 0}}));
        }
        try {
            return difference(run(one, inputs), run(other, inputs));
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OrtSession session(Path model) throws Exception {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return environment.createSession(model.toString(), options);
        }
    }

    private static float[] run(OrtSession session, Map<String, OnnxTensor> inputs) throws Exception {
        try (OrtSession.Result result = session.run(inputs)) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }

    private static double difference(float[] one, float[] other) {
        double oneLength = length(one);
        double otherLength = length(other);
        double worst = 0;
        for (int i = 0; i < one.length; i++) {
            worst = Math.max(worst, Math.abs(one[i] / oneLength - other[i] / otherLength));
        }
        return worst;
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static long[] tokens(int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = i == 0 ? 0 : i == count - 1 ? 2 : 4 + 13L * i % 500;
        }
        return ids;
    }
}
