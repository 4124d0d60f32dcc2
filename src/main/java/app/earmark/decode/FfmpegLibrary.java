package app.earmark.decode;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** Loads FFmpeg's native libraries once, when first needed. */
final class FfmpegLibrary {

    private static LinkageError problem;
    private static boolean loaded;

    private FfmpegLibrary() {}

    /** @throws DecoderUnavailable if the libraries can't be loaded */
    static synchronized void load() {
        if (problem == null && !loaded) {
            // Every pointer here is freed by hand. JavaCPP's own limit would refuse to allocate once the whole process,
            // model and all, is larger than a multiple of the Java heap.
            System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
            System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
            try {
                avutil.av_log_set_level(avutil.AV_LOG_QUIET);
                avcodec.avcodec_version();
                avformat.avformat_version();
                loaded = true;
            } catch (LinkageError e) {
                problem = e;
            }
        }
        if (problem != null) {
            throw new DecoderUnavailable(problem);
        }
    }

    /** Version of FFmpeg, such as {@code 8.0.1}. */
    static String version() {
        load();
        return avutil.av_version_info().getString();
    }
}
