package app.earmark.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Says that this process is the one that writes a catalogue. The system lets go of it when the process ends, however it
 * ends; the empty file beside the catalogue stays and means nothing by itself.
 */
final class CatalogueLock implements AutoCloseable {

    private final FileChannel channel;

    private CatalogueLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * The lock, or empty when somebody else (or this process, elsewhere) holds it.
     *
     * @param patience how long to wait for another process, which may be done soon
     */
    static Optional<CatalogueLock> tryTake(Path catalogue, Duration patience) throws IOException {
        Path file = catalogue.resolveSibling(catalogue.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long began = System.nanoTime();
        try {
            do {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new CatalogueLock(channel));
                }
            } while (System.nanoTime() - began < patience.toNanos() && waited());
        } catch (OverlappingFileLockException e) {
            // held by this very process, which does not wait for itself
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** False if the thread is to stop waiting. */
    private static boolean waited() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue's lock file could not be closed.", e);
        }
    }
}
