package app.earmark.metadata.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders as files that have to reach the disk. */
final class Folders {

    private Folders() {}

    /** Makes names in the folder survive a power cut; Windows does so of itself and refuses to be asked. */
    static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // nothing more can be done for it, and the file itself is whole either way
        }
    }
}
