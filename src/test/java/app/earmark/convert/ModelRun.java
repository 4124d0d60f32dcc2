package app.earmark.convert;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;

/** An ONNX file, run by ONNX Runtime. */
final class ModelRun implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    ModelRun(Path model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(model.toString(), options);
        }
    }

    /** One row for each window. */
    float[][] audio(float[] features, int channels, boolean... isLonger) throws OrtException {
        long windows = features.length / (channels * 1001L * 64);
        long[] shape = {windows, channels, 1001, 64};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(features), shape)) {
            if (isLonger.length == 0) {
                return run(Map.of("input_features", input));
            }
            boolean[][] column = new boolean[isLonger.length][1];
            for (int i = 0; i < column.length; i++) {
                column[i][0] = isLonger[i];
            }
            try (OnnxTensor longer = OnnxTensor.createTensor(environment, column)) {
                return run(Map.of("input_features", input, "is_longer", longer));
            }
        }
    }

    float[] text(long... tokens) throws OrtException {
        long[] shape = {1, tokens.length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape)) {
            return run(Map.of("input_ids", input))[0];
        }
    }

    private float[][] run(Map<String, OnnxTensor> inputs) throws OrtException {
        try (OrtSession.Result result = session.run(inputs)) {
            return (float[][]) result.get(0).getValue();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
