package app.earmark.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Starts ONNX Runtime.
 *
 * <p>On Linux, version 1.29 matches a regular expression against the process's whole command line while it starts, and
 * recurses once for each character: some 5 kB of class path or file arguments overflow an ordinary thread's stack and
 * end the process without a word. Hence a thread of its own with a stack for the longest command line there can be;
 * only what is used of it takes memory.
 */
final class OnnxRuntime {

    private static final long STACK_BYTES = 1L << 30;
    private static final String NATIVE_PATH = "onnxruntime.native.path";

    private OnnxRuntime() {}

    /**
     * The environment, which lives as long as the process.
     *
     * @throws EncoderFailure if there is no ONNX Runtime for this computer
     */
    static OrtEnvironment environment() throws EncoderFailure {
        Start start = new Start();
        Thread thread = new Thread(null, start, "onnxruntime-start", STACK_BYTES);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (start.environment == null) {
            throw new EncoderFailure(
                    "ONNX Runtime does not start on this computer (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + "), so sounds can't be listened to.",
                    start.failure);
        }
        return start.environment;
    }

    /**
     * @param threads that work on one run; none of them spins while it waits, since that would cost the window its
     *     smoothness
     */
    static SessionOptions options(OptLevel level, int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setOptimizationLevel(level);
        return options;
    }

    /** Otherwise ONNX Runtime unpacks 28 MB into a new temporary folder at every start, and leaves the folder. */
    private static synchronized void keepNativesUnpacked() {
        if (System.getProperty(NATIVE_PATH) != null) {
            return;
        }
        String folder = "/ai/onnxruntime/native/" + platform() + "/";
        List<String> libraries = Stream.of("onnxruntime", "onnxruntime4j_jni")
                .map(name -> folder + System.mapLibraryName(name))
                .toList();
        UnpackedResources.ofThisProcess()
                .flatMap(unpacked -> unpacked.unpack("onnxruntime", libraries))
                .ifPresent(path -> System.setProperty(NATIVE_PATH, path.toString()));
    }

    /** As ONNX Runtime names the folders in its jar. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("win") ? "win" : os.startsWith("mac") ? "osx" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return system + "-" + processor;
    }

    private static final class Start implements Runnable {
        private OrtEnvironment environment;
        private Throwable failure;

        @Override
        public void run() {
            try {
                keepNativesUnpacked();
                OnnxTelemetry.disableBeforeStart();
                // What goes wrong comes as an exception and into the log; its own lines would stand on a person's
                // screen.
                environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
                OnnxTelemetry.disable(environment);
            } catch (LinkageError | RuntimeException e) {
                failure = e;
            }
        }
    }
}
