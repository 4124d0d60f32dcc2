package app.earmark.embed;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a model that is not in a pack yet, as it would be run in one. */
public final class TrialRun {

    private TrialRun() {}

    /**
     * @param input name of the only input, float32
     * @param shape of each input
     * @param output name of the output wanted, one row
     * @param values of each input
     * @return the output of each, not brought to unit length
     * @throws EncoderFailure if the model can't be loaded or run
     */
    public static List<float[]> outputs(Path model, String input, long[] shape, String output, List<float[]> values)
            throws EncoderFailure {
        List<float[]> outputs = new ArrayList<>();
        String name = model.getFileName().toString();
        TensorCheck check =
                new TensorCheck(name).input(input, OnnxJavaType.FLOAT, shape).output(output, -1);
        OnnxSession session = OnnxSession.of(name, OptLevel.ALL_OPT, 1, check, model);
        try {
            for (float[] each : values) {
                FloatBuffer buffer = ByteBuffer.allocateDirect(each.length * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                buffer.put(each).flip();
                outputs.add(session.run(
                        environment -> Map.of(input, OnnxTensor.createTensor(environment, buffer, shape)),
                        Set.of(output),
                        result -> {
                            var row = ((OnnxTensor) result.get(0)).getFloatBuffer();
                            float[] copy = new float[row.remaining()];
                            row.get(copy);
                            return copy;
                        }));
            }
            return outputs;
        } finally {
            session.close();
        }
    }
}
