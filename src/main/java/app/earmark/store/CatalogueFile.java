package app.earmark.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Opens connections to one database file, each with the settings every connection needs. */
final class CatalogueFile {

    private static final int BUSY_TIMEOUT_MILLIS = 5000;

    private final Path path;

    CatalogueFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /** A connection that writes; creates the file if it is missing. */
    Connection openWriter() throws SQLException {
        Connection connection = open(new SQLiteConfig(), "");
        return prepared(
                connection,
                // works on a new file only, and only before the first other statement that touches it
                "pragma page_size = 16384",
                "pragma journal_mode = wal",
                "pragma synchronous = normal",
                "pragma foreign_keys = on");
    }

    Connection openReader() throws SQLException {
        return prepared(open(new SQLiteConfig(), ""), "pragma query_only = on");
    }

    /**
     * For a file or folder that can't be written. Without the shared memory of another connection SQLite can't read a WAL
     * database there, unless told that nobody changes it.
     */
    Connection openProtected() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = prepared(open(config, ""));
        try {
            new SqlQuery(connection, "select count(*) from sqlite_schema").number();
            return connection;
        } catch (SQLException e) {
            connection.close();
            if (!SqlFailures.isWriteProtection(e)) {
                throw e;
            }
            return prepared(open(config, "?immutable=1"));
        }
    }

    private Connection open(SQLiteConfig config, String uriParameters) throws SQLException {
        // a URI, so that no character of the path can be taken for a parameter
        String uri = path.toUri().toString() + uriParameters;
        return config.createConnection("jdbc:sqlite:" + uri);
    }

    private static Connection prepared(Connection connection, String... pragmas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + BUSY_TIMEOUT_MILLIS);
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
            PathKey.register(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
