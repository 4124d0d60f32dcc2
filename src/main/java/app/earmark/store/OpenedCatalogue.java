package app.earmark.store;

import app.earmark.library.CatalogueBusy;
import app.earmark.library.CatalogueMissing;
import app.earmark.library.CatalogueUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The connections to a catalogue, and by what right they were opened.
 *
 * @param lock held by the owner only
 * @param notice why nothing can be changed; empty for the owner
 */
record OpenedCatalogue(
        Path file, Readers readers, Writer writer, Optional<CatalogueLock> lock, Optional<String> notice) {

    /** How long opening waits for another process that makes the file. */
    private static final long OWNER_AT_WORK_NANOS = 5_000_000_000L;

    /** Waits for nobody. */
    static OpenedCatalogue owning(Path path, Migrations migrations) {
        return owning(path, migrations, Duration.ZERO);
    }

    /** @param patience how long to wait for another process to let go of the catalogue */
    static OpenedCatalogue owning(Path path, Migrations migrations, Duration patience) {
        CatalogueFile file = new CatalogueFile(path);
        Optional<CatalogueLock> lock;
        try {
            Files.createDirectories(file.path().getParent());
            lock = CatalogueLock.tryTake(file.path(), patience);
        } catch (IOException e) {
            return protectedFile(file, migrations, e);
        }
        if (lock.isEmpty()) {
            return beside(
                    file,
                    migrations,
                    "Another Earmark has the catalogue " + file.path()
                            + " open, so nothing can be changed here; close it first.");
        }
        try {
            return owned(file, migrations, lock.get());
        } catch (SQLException e) {
            lock.get().close();
            if (SqlFailures.isWriteProtection(e) && Files.isReadable(file.path())) {
                return protectedFile(file, migrations, e);
            }
            throw SqlFailures.translate(file.path(), e);
        } catch (RuntimeException e) {
            lock.get().close();
            throw e;
        }
    }

    /** A mistyped name must not leave an empty catalogue behind. */
    static void requireFile(Path file) {
        if (Files.notExists(file)) {
            throw new CatalogueMissing(
                    "There is no catalogue " + file.toAbsolutePath().normalize() + ".");
        }
    }

    static OpenedCatalogue reading(Path path, Migrations migrations) {
        requireFile(path);
        CatalogueFile file = new CatalogueFile(path);
        if (!isUpToDate(file, migrations)) {
            // migrate it, unless somebody else is at it
            OpenedCatalogue owner = owning(path, migrations);
            if (owner.lock().isEmpty()) {
                return owner;
            }
            try {
                owner.close();
            } catch (SQLException e) {
                throw SqlFailures.translate(file.path(), e);
            }
        }
        return beside(file, migrations, "The catalogue " + file.path() + " was opened only to be read.");
    }

    private static OpenedCatalogue owned(CatalogueFile file, Migrations migrations, CatalogueLock lock)
            throws SQLException {
        if (Files.exists(file.path()) && !Files.isWritable(file.path())) {
            lock.close();
            return protectedFile(file, migrations, null);
        }
        Connection connection = file.openWriter();
        try {
            migrations.bringUpToDate(connection, file.path());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return new OpenedCatalogue(
                file.path(),
                new Readers(file.path(), file::openReader),
                Writer.over(file.path(), connection),
                Optional.of(lock),
                Optional.empty());
    }

    /** Reads what the owner writes. */
    private static OpenedCatalogue beside(CatalogueFile file, Migrations migrations, String notice) {
        awaitOwner(file, migrations);
        return readOnly(file, migrations, new Readers(file.path(), file::openReader), notice);
    }

    /** The owner may be creating or migrating the file this very moment. */
    private static void awaitOwner(CatalogueFile file, Migrations migrations) {
        long began = System.nanoTime();
        try {
            while (!isUpToDate(file, migrations) && System.nanoTime() - began < OWNER_AT_WORK_NANOS) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OpenedCatalogue protectedFile(CatalogueFile file, Migrations migrations, Exception cause) {
        if (!Files.isRegularFile(file.path())) {
            throw new CatalogueUnavailable(
                    "The catalogue " + file.path() + " can't be created: its folder can't be made or written.", cause);
        }
        String notice =
                "The catalogue " + file.path() + " can't be changed: the file or its folder is write-protected.";
        return readOnly(file, migrations, new Readers(file.path(), file::openProtected), notice);
    }

    private static OpenedCatalogue readOnly(CatalogueFile file, Migrations migrations, Readers readers, String notice) {
        try {
            int version = readers.read(c -> migrations.versionOf(c, file.path()));
            if (version < migrations.newest()) {
                throw new CatalogueBusy(
                        "The catalogue " + file.path()
                                + " is of an older Earmark and can't be brought up to date now; close other programs that"
                                + " use it, make it writable, and try again.",
                        null);
            }
            return new OpenedCatalogue(
                    file.path(), readers, Writer.refusing(file.path(), notice), Optional.empty(), Optional.of(notice));
        } catch (RuntimeException e) {
            readers.close();
            throw e;
        }
    }

    private static boolean isUpToDate(CatalogueFile file, Migrations migrations) {
        if (!Files.isRegularFile(file.path())) {
            return false;
        }
        try (Readers readers = new Readers(file.path(), file::openReader)) {
            return readers.read(c -> migrations.versionOf(c, file.path())) == migrations.newest();
        } catch (CatalogueUnavailable e) {
            return false; // opening it to own it finds out, and says, what is the matter
        }
    }

    void close() throws SQLException {
        readers.close();
        try {
            writer.close();
        } finally {
            lock.ifPresent(CatalogueLock::close);
        }
    }
}
