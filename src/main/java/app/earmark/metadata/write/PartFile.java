package app.earmark.metadata.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is being written beside the one it will replace, and is gone again unless it does. While it is written it is
 * locked: one that is not was left behind by a crash.
 */
final class PartFile implements AutoCloseable {

    private static final String PREFIX = ".earmark-";
    private static final String SUFFIX = ".part";
    /** Those of this process: opening and closing one would let go of its lock. */
    private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();

    private static final Logger LOG = LoggerFactory.getLogger(PartFile.class);

    private final Path target;
    private final Path path;
    private final FileChannel channel;

    private PartFile(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    static PartFile beside(Path target) throws IOException {
        String unique = UUID.nameUUIDFromBytes(target.toString().getBytes(StandardCharsets.UTF_8)) + "-"
                + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Path path = target.resolveSibling(PREFIX + unique + SUFFIX);
        LIVE.add(path);
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            channel.tryLock();
        } catch (IOException e) {
            LOG.debug("no locks in {}", target.getParent(), e); // some network folders have none
        }
        return new PartFile(target, path, channel);
    }

    /** Deletes what a crash left in this folder. */
    static void clean(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path part : parts) {
                if (!LIVE.contains(part) && isLeftBehind(part)) {
                    Files.deleteIfExists(part);
                    LOG.info("deleted {}, which a crash left behind", part);
                }
            }
        } catch (IOException e) {
            LOG.warn("could not look for parts left in {}", folder, e);
        }
    }

    private static boolean isLeftBehind(Path part) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Gives it the target's name, at once and wholly. */
    void takeOver() throws IOException {
        channel.close();
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("could not delete {}", path, e);
        } finally {
            LIVE.remove(path);
        }
    }
}
