package app.earmark.modelhub.download;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two downloads of Earmark, in one process or two, from writing the same file. Ends with its process. */
final class DownloadLock implements AutoCloseable {

    private static final long POLL_MILLIS = 200;

    private final FileChannel channel;

    private DownloadLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until nobody else holds the lock. */
    static DownloadLock take(Path file, String what, Progress progress) throws IOException, CancelledWork {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            for (long tries = 0; !isLocked(channel); tries++) {
                if (tries == 0) {
                    progress.note("Another download of " + what + " is under way; waiting for it.");
                }
                progress.throwIfCancelled();
                Thread.sleep(POLL_MILLIS);
            }
            taken = true;
            return new DownloadLock(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledWork();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
