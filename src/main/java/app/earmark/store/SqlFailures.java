package app.earmark.store;

import app.earmark.library.CatalogueBusy;
import app.earmark.library.CatalogueDamaged;
import app.earmark.library.CatalogueFull;
import app.earmark.library.CatalogueReadOnly;
import app.earmark.library.CatalogueUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Says in a sentence what SQLite complains about. */
final class SqlFailures {

    // primary result codes, https://www.sqlite.org/rescode.html
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    /** What SQLite makes beside a catalogue, and a page or two. */
    private static final long NEEDED_BYTES = 1 << 18;

    private SqlFailures() {}

    static CatalogueUnavailable translate(Path file, SQLException e) {
        switch (e.getErrorCode() & 0xff) {
            case BUSY:
            case LOCKED:
                return new CatalogueBusy(
                        "Another program is using the catalogue " + file + "; close it, or try again in a moment.", e);
            case PERM:
            case READONLY:
                return new CatalogueReadOnly(
                        "The catalogue " + file + " can't be changed: the file or its folder is write-protected.", e);
            case FULL:
                return full(file, e);
            case CORRUPT:
                return new CatalogueDamaged(
                        "The catalogue " + file
                                + " is damaged; put a backup in its place, or move it away and scan again.",
                        e);
            case NOTADB:
                return notACatalogue(file, e);
            case CANTOPEN:
                return new CatalogueUnavailable(
                        "The catalogue " + file + " can't be opened; check that its folder is there and may be read.",
                        e);
            case IOERR:
                // on a full disk SQLite can't even make the files that it needs beside the catalogue to read it
                if (isFull(file)) {
                    return full(file, e);
                }
                return new CatalogueUnavailable(
                        "The disk with the catalogue " + file + " reports an error; check that it is still there.", e);
            default:
                return new CatalogueUnavailable("The catalogue " + file + " could not be used: " + e.getMessage(), e);
        }
    }

    private static CatalogueFull full(Path file, SQLException cause) {
        return new CatalogueFull(
                "The disk with the catalogue " + file + " is full; free some space and try again.", cause);
    }

    private static boolean isFull(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isDirectory(folder) && folder.toFile().getUsableSpace() < NEEDED_BYTES;
    }

    static CatalogueDamaged notACatalogue(Path file, SQLException cause) {
        return new CatalogueDamaged("The file " + file + " is not an Earmark catalogue; choose another file.", cause);
    }

    /** Whether a read-only open may still work where an ordinary one failed. */
    static boolean isWriteProtection(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == READONLY || code == CANTOPEN || code == PERM;
    }
}
