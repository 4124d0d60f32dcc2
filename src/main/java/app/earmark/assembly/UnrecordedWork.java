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
 * A note on disk, beside the catalogue, of what is being done to files that the journal does not know of yet. It is there
 * before the first file changes, and gone once the journal knows; so after a crash it tells what was cut off.
 *
 * @param note the file that holds it
 */
record UnrecordedWork(Path note) {

    private static final Logger LOG = LoggerFactory.getLogger(UnrecordedWork.class);

    void begin(String what) throws IOException {
        Files.writeString(note, what);
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

    boolean isThere() {
        return Files.exists(note);
    }

    /** What was cut off; empty also where that can't be read. */
    Optional<String> what() {
        try {
            return Optional.of(isThere() ? Files.readString(note).strip() : "").filter(text -> !text.isEmpty());
        } catch (IOException e) {
            LOG.warn("{} can't be read", note, e);
            return Optional.empty();
        }
    }
}
