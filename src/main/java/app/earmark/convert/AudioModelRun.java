package app.earmark.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs an audio model, which only {@code embed} can do. */
@FunctionalInterface
public interface AudioModelRun {

    /**
     * @param model ONNX file
     * @param windows each the values of one {@code input_features} [1, 1, 1001, 64]
     * @return {@code audio_embeds} of each window
     * @throws IOException if the model can't be loaded or run
     */
    List<float[]> outputs(Path model, List<float[]> windows) throws IOException;
}
