package app.earmark.embed;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs an audio model that is not part of a pack yet, so that two versions of it can be compared. */
public final class AudioModelTrial {

    private static final String INPUT = "input_features";
    private static final String OUTPUT = "audio_embeds";
    private static final long[] SHAPE = {1, 1, 1001, 64};

    private AudioModelTrial() {}

    /**
     * @param model ONNX file
     * @param windows each the values of one {@code input_features} [1, 1, 1001, 64]
     * @return {@code audio_embeds} of each
     * @throws IOException if the model can't be loaded or run, or has other inputs or outputs
     */
    public static List<float[]> outputs(Path model, List<float[]> windows) throws IOException {
        String name = model.getFileName().toString();
        try (InputStream in = Files.newInputStream(model)) {
            if (!ExternalData.locations(in).isEmpty()) {
                throw new IOException(model + " keeps data in other files");
            }
        }
        TensorCheck check =
                new TensorCheck(name).input(INPUT, OnnxJavaType.FLOAT, SHAPE).output(OUTPUT, -1);
        try (OnnxSession session = OnnxSession.of(name, OptLevel.ALL_OPT, 1, check, model)) {
            List<float[]> outputs = new ArrayList<>();
            for (float[] window : windows) {
                outputs.add(session.run(
                        environment ->
                                Map.of(INPUT, OnnxTensor.createTensor(environment, FloatBuffer.wrap(window), SHAPE)),
                        Set.of(OUTPUT),
                        result -> {
                            FloatBuffer values =
                                    ((OnnxTensor) result.get(OUTPUT).orElseThrow()).getFloatBuffer();
                            float[] copy = new float[values.remaining()];
                            values.get(copy);
                            return copy;
                        }));
            }
            return outputs;
        } catch (EncoderFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
