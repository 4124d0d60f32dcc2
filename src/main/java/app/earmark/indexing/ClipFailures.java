package app.earmark.indexing;

import app.earmark.decode.DecoderUnavailable;
import app.earmark.embed.EncoderFailure;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipFailure;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures of single files beyond those of decoding, and which failures are worth another try. */
final class ClipFailures {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryScanner.class);

    /** A file that was not there belongs to the next scan's listing, not to its record. */
    static final String VANISHED = "VANISHED";

    /** What may be different next time although the file is the same. */
    private static final Set<String> PASSING =
            Set.of(VANISHED, "UNREADABLE", "READ_ERROR", "TOO_MANY_FILES", "OUT_OF_MEMORY", "MODEL_FAILED", "INTERNAL");

    private ClipFailures() {}

    static boolean mayPass(ClipFailure failure) {
        return PASSING.contains(failure.code());
    }

    static ClipFailure modelFailed(Path file, EncoderFailure e) {
        LOG.error("the model failed on {}", file, e);
        return new ClipFailure(
                file,
                "MODEL_FAILED",
                quoted(file) + " could not be listened to, because the model failed (" + e.getMessage()
                        + "); scan again, and reinstall the model if it fails again.");
    }

    static ClipFailure unexpected(Path file, Throwable e) {
        LOG.error("unexpected failure on {}", file, e);
        if (e instanceof OutOfMemoryError) {
            return new ClipFailure(
                    file,
                    "OUT_OF_MEMORY",
                    quoted(file) + " needs more memory than Earmark may use; close other programs and scan again.");
        }
        return new ClipFailure(
                file,
                "INTERNAL",
                quoted(file) + " met with an error in Earmark itself; the log has the details, please report it.");
    }

    /** Lets pass what no other file would fare better with. */
    static void rethrowUnlessOfThisFile(Throwable e) {
        if (e instanceof DecoderUnavailable unavailable) {
            throw unavailable;
        }
        if (e instanceof CatalogueUnavailable unavailable) {
            throw unavailable;
        }
    }

    private static String quoted(Path file) {
        return "\"" + file.getFileName().toString().replaceAll("\\p{Cntrl}", "\uFFFD") + "\"";
    }
}
