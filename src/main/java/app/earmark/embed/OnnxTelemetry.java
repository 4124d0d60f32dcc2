package app.earmark.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ONNX Runtime from reporting to its makers. Since version 1.29 its Linux build does so unless told otherwise: it
 * gives the computer an identifier, gathers events in a database in the person's cache folder, and sends them off. Its
 * own switch comes too late for the identifier and the database; only a variable in the environment comes early enough.
 */
final class OnnxTelemetry {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxTelemetry.class);
    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private OnnxTelemetry() {}

    /** To be called before ONNX Runtime is loaded. Java can't change its environment, so C's library is asked to. */
    static void disableBeforeStart() {
        if (Platform.isWindows() || System.getenv(VARIABLE) != null) {
            return;
        }
        try {
            int failed = Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, "1", 1});
            if (failed != 0) {
                LOG.warn("the environment takes no {}", VARIABLE);
            }
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("{} could not be set", VARIABLE, e);
        }
    }

    static void disable(OrtEnvironment environment) {
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            LOG.warn("ONNX Runtime's telemetry could not be switched off", e);
        }
    }
}
