package app.earmark.assembly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes on disk, beside the catalogue, which batch is writing metadata that the journal does not know of yet. It is there before
 * the first file changes, and gone once the journal knows; after a crash it leads to the backup.
 *
 * @param note the file that holds the backup's path
 */
record UnrecordedWriting(Path note) {

    private static final Logger LOG = LoggerFactory.getLogger(UnrecordedWriting.class);

    void begin(Path backup) throws IOException {
        Files.writeString(note, backup.toString());
        try (FileChannel channel = FileChannel.open(note, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try (FileChannel folder = FileChannel.open(note.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("{} can't be forced", note.getParent(), e); // Windows does so of itself and refuses to be asked
        }
    }

    void end() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", note, e);
        }
    }

    /** The backup of a batch that was cut off. */
    Optional<Path> backup() {
        try {
            String path = Files.exists(note) ? Files.readString(note).strip() : "";
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            LOG.warn("{} can't be read", note, e);
            return Optional.empty();
        }
    }
}
