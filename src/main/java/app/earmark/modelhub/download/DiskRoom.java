package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether there is room, before and after writing. */
final class DiskRoom {

    /** Bytes that may still be written near a path. */
    @FunctionalInterface
    interface Measure {
        long usableBytes(Path folder) throws IOException;
    }

    static final Measure OF_FILE_STORE = folder -> Files.getFileStore(folder).getUsableSpace();

    private static final long NOTHING_LEFT = 1 << 16;

    private final Measure measure;

    DiskRoom(Measure measure) {
        this.measure = measure;
    }

    /**
     * @throws DownloadFailure if there are fewer than {@code bytes}
     */
    void require(Path folder, long bytes, String what) throws DownloadFailure, IOException {
        long usable = measure.usableBytes(folder);
        if (usable < bytes) {
            throw new DownloadFailure(
                    Reason.DISK_FULL,
                    String.format(
                            Locale.ROOT,
                            "The disk of %s has room for %,d MB, but %s needs %,d MB more; make room, or set HF_HUB_CACHE"
                                    + " to another disk.",
                            folder,
                            usable / 1_000_000,
                            what,
                            (bytes + 999_999) / 1_000_000));
        }
    }

    /** What a failed write means. */
    DownloadFailure explain(IOException failure, Path file) {
        if (isFull(failure, file)) {
            return new DownloadFailure(
                    Reason.DISK_FULL,
                    "The disk of " + file.getParent()
                            + " is full; make room, and the same command goes on from where it" + " stopped.",
                    failure);
        }
        return new DownloadFailure(
                Reason.UNWRITABLE,
                "Nothing can be written in " + file.getParent() + "; check the folder, or set HF_HUB_CACHE to another.",
                failure);
    }

    private boolean isFull(IOException failure, Path file) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded")) {
            return true;
        }
        try {
            return measure.usableBytes(file.getParent()) < NOTHING_LEFT;
        } catch (IOException e) {
            return false;
        }
    }
}
