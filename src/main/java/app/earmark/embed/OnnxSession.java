package app.earmark.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * One model, loaded once and run by many threads at a time. Unless asked otherwise, each run stays on the thread that asked
 * for it: as many callers as physical cores get more from a machine than one run spread over them, and no thread spins
 * beside the window. Closing waits for the runs under way.
 */
final class OnnxSession implements AutoCloseable {

    /** What to do with the outputs, which live only during the call. */
    @FunctionalInterface
    interface Reading<T> {
        T read(OrtSession.Result result) throws OrtException, EncoderFailure;
    }

    /** Makes the inputs; each is closed after the run. */
    @FunctionalInterface
    interface Feeding {
        Map<String, OnnxTensor> inputs(OrtEnvironment environment) throws OrtException;
    }

    private interface Loading {
        OrtSession load(OrtEnvironment environment, SessionOptions options) throws OrtException;
    }

    private final String packName;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Lifetime lifetime;

    private OnnxSession(String packName, OptLevel level, int threads, TensorCheck check, Loading loading)
            throws EncoderFailure {
        this.packName = packName;
        lifetime = new Lifetime("the model pack " + packName);
        environment = OnnxRuntime.environment();
        try (SessionOptions options = OnnxRuntime.options(level, threads)) {
            session = loading.load(environment, options);
            boolean asPromised = false;
            try {
                check.hold(packName, session);
                asPromised = true;
            } finally {
                if (!asPromised) {
                    session.close();
                }
            }
        } catch (OrtException e) {
            throw new EncoderFailure(
                    "A model of the pack " + packName + " can't be loaded; copy or download the pack again.", e);
        }
    }

    static OnnxSession of(String packName, OptLevel level, int threads, TensorCheck check, byte[] model)
            throws EncoderFailure {
        return new OnnxSession(
                packName, level, threads, check, (environment, options) -> environment.createSession(model, options));
    }

    static OnnxSession of(String packName, OptLevel level, int threads, TensorCheck check, Path model)
            throws EncoderFailure {
        return new OnnxSession(
                packName,
                level,
                threads,
                check,
                (environment, options) -> environment.createSession(model.toString(), options));
    }

    <T> T run(Feeding feeding, Set<String> outputs, Reading<T> reading) throws EncoderFailure {
        try (Lifetime.Use use = lifetime.use()) {
            Map<String, OnnxTensor> inputs = feeding.inputs(environment);
            try (OrtSession.Result result = session.run(inputs, outputs)) {
                return reading.read(result);
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new EncoderFailure("The model pack " + packName + " failed; see the log.", e);
        }
    }

    /** One output as an array, checked for NaN and infinities. */
    float[] vector(OrtSession.Result result, String output, int length) throws EncoderFailure {
        float[] values = new float[length];
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        var buffer = tensor.getFloatBuffer();
        if (buffer.remaining() != length) {
            throw new EncoderFailure(
                    "The model pack " + packName + " gave " + buffer.remaining() + " values as " + output
                            + " where its pack.json promises " + length + ".",
                    null);
        }
        buffer.get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new EncoderFailure(
                        "The model pack " + packName + " gave something that is no number as " + output
                                + "; get it again, or in another precision.",
                        null);
            }
        }
        return values;
    }

    @Override
    public void close() {
        lifetime.end(() -> {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("the model pack " + packName + " did not close", e);
            }
        });
    }
}
