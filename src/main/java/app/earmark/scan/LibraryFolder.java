package app.earmark.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells a library that was moved from one whose disk is not connected: both are no longer where they were. */
public final class LibraryFolder {

    /** Where systems put removable disks and network shares, which come and go with their folder. */
    private static final Pattern HOLDS_DISKS =
            Pattern.compile("/|/Volumes|/mnt|/media(/[^/]+)?|/run/media(/[^/]+)?|/run/user/[^/]+/gvfs");

    private LibraryFolder() {}

    /**
     * Whether the disk that held the folder is there, so that what is missing from it was taken away. An empty folder may be a
     * mount point, and says nothing.
     *
     * @param root absolute path of the folder, which itself may be missing
     */
    public static boolean diskInSight(Path root) {
        Path there = root;
        while (there != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        return there != null && (there.equals(root) || !holdsDisks(there)) && !isEmpty(there);
    }

    static boolean holdsDisks(Path folder) {
        return HOLDS_DISKS.matcher(folder.toString()).matches();
    }

    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            return !content.iterator().hasNext();
        } catch (IOException e) {
            return true; // nothing can be said of what can't be read
        }
    }
}
