package app.earmark.metadata.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file has besides its bytes: owner, permissions, extended attributes, times. Taken before it is read, so that its time
 * of last access is the one from before.
 */
final class FileLook {

    private static final Set<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Logger LOG = LoggerFactory.getLogger(FileLook.class);

    private final Path file;
    private final BasicFileAttributes times;

    private FileLook(Path file, BasicFileAttributes times) {
        this.file = file;
        this.times = times;
    }

    static FileLook of(Path file) throws IOException {
        return new FileLook(file, Files.readAttributes(file, BasicFileAttributes.class));
    }

    BasicFileAttributes times() {
        return times;
    }

    /** Whether somebody may write the file; the permissions count even for those who may do everything. */
    boolean isWritable() throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null && posix.readAttributes().permissions().stream().noneMatch(WRITING::contains)) {
            return false;
        }
        return Files.isWritable(file);
    }

    /** How many names the file has; 1 where the system does not say. */
    int names() {
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return 1;
        }
    }

    /** Gives another file the same look. Permissions and times must succeed; owner and extended attributes may not be ours. */
    void putOn(Path other) throws IOException {
        ownerAndPermissions(other);
        attempt("extended attributes", () -> extended(other));
        attempt("access list", () -> accessList(other));
        dos(other);
        Files.getFileAttributeView(other, BasicFileAttributeView.class)
                .setTimes(times.lastModifiedTime(), times.lastAccessTime(), times.creationTime());
    }

    private void ownerAndPermissions(Path other) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(other, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes wanted = from.readAttributes();
        PosixFileAttributes present = to.readAttributes();
        if (!wanted.owner().equals(present.owner())) {
            attempt("owner", () -> to.setOwner(wanted.owner()));
        }
        if (!wanted.group().equals(present.group())) {
            attempt("group", () -> to.setGroup(wanted.group()));
        }
        to.setPermissions(wanted.permissions());
    }

    private void extended(Path other) throws IOException {
        UserDefinedFileAttributeView from = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        UserDefinedFileAttributeView to = Files.getFileAttributeView(other, UserDefinedFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        for (String name : from.list()) {
            ByteBuffer value = ByteBuffer.allocate(from.size(name));
            from.read(name, value);
            to.write(name, value.flip());
        }
    }

    private void accessList(Path other) throws IOException {
        AclFileAttributeView from = Files.getFileAttributeView(file, AclFileAttributeView.class);
        AclFileAttributeView to = Files.getFileAttributeView(other, AclFileAttributeView.class);
        if (from != null && to != null) {
            to.setAcl(from.getAcl());
        }
    }

    private void dos(Path other) throws IOException {
        DosFileAttributeView from = Files.getFileAttributeView(file, DosFileAttributeView.class);
        DosFileAttributeView to = Files.getFileAttributeView(other, DosFileAttributeView.class);
        if (from != null && to != null && Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            DosFileAttributes look = from.readAttributes();
            to.setHidden(look.isHidden());
            to.setSystem(look.isSystem());
            to.setArchive(look.isArchive());
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("{} could not keep its {}", file, what, e);
        }
    }
}
