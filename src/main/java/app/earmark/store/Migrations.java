package app.earmark.store;

import app.earmark.library.CatalogueTooNew;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings a catalogue's schema up to date: script n leads from version n − 1 to n, and {@code pragma user_version} holds
 * the version. A catalogue with contents is copied beside itself first.
 */
final class Migrations {

    /** "Earm": tells our files from other programs' databases. */
    private static final int APPLICATION_ID = 0x4561726D;

    private final List<String> scripts;

    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    static Migrations bundled() {
        return new Migrations(
                Stream.of("001-catalogue.sql", "002-vocabulary.sql", "003-windows.sql", "004-corrections.sql")
                        .map(Migrations::resource)
                        .toList());
    }

    int newest() {
        return scripts.size();
    }

    /** The schema version of the file; refuses other programs' files and newer schemas. */
    int versionOf(Connection connection, Path file) throws SQLException {
        long application = new SqlQuery(connection, "pragma application_id").number();
        long version = new SqlQuery(connection, "pragma user_version").number();
        long tables = new SqlQuery(connection, "select count(*) from sqlite_schema").number();
        boolean untouched = application == 0 && version == 0 && tables == 0;
        if (!untouched && application != APPLICATION_ID) {
            throw SqlFailures.notACatalogue(file, null);
        }
        if (version > newest()) {
            throw new CatalogueTooNew(
                    "The catalogue " + file + " was written by a newer Earmark (its version is " + version
                            + ", this one knows " + newest() + "); update Earmark to open it.",
                    null);
        }
        return (int) version;
    }

    /** Runs the scripts that are missing, all in one transaction. */
    void bringUpToDate(Connection connection, Path file) throws SQLException {
        int version = versionOf(connection, file);
        if (version == newest()) {
            return;
        }
        if (version > 0) {
            backUp(connection, file, version);
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("begin immediate");
            try {
                for (String script : scripts.subList(version, scripts.size())) {
                    statement.executeUpdate(script);
                }
                statement.executeUpdate("pragma application_id = " + APPLICATION_ID);
                statement.executeUpdate("pragma user_version = " + newest());
                statement.executeUpdate("commit");
            } catch (SQLException e) {
                statement.executeUpdate("rollback");
                throw e;
            }
        }
    }

    private static void backUp(Connection connection, Path file, int version) throws SQLException {
        Path backup = file.resolveSibling(file.getFileName() + ".version-" + version + ".bak");
        for (int i = 2; Files.exists(backup); i++) {
            backup = file.resolveSibling(file.getFileName() + ".version-" + version + "-" + i + ".bak");
        }
        new SqlQuery(connection, "vacuum into ?", backup.toString()).update();
    }

    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + name + " could not be read.", e);
        }
    }
}
