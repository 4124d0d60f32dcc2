package app.earmark.bench;

import ai.onnxruntime.OrtEnvironment;
import java.util.concurrent.CompletableFuture;

/** Starts ONNX Runtime on a deep stack, which it needs where the class path is long (see embed.OnnxRuntime). */
final class Ort {

    private Ort() {}

    static OrtEnvironment environment() {
        CompletableFuture<OrtEnvironment> started = new CompletableFuture<>();
        new Thread(null, () -> started.complete(OrtEnvironment.getEnvironment()), "onnxruntime-start", 1L << 30)
                .start();
        return started.join();
    }
}
