package app.earmark.store;

import app.earmark.library.CatalogueReadOnly;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection that writes. Every change is one transaction and raises the catalogue's revision. */
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Path file;
    private final Connection connection;
    private final String refusal;
    private final ReentrantLock lock = new ReentrantLock();

    private Writer(Path file, Connection connection, String refusal) {
        this.file = file;
        this.connection = connection;
        this.refusal = refusal;
    }

    static Writer over(Path file, Connection connection) {
        return new Writer(file, connection, null);
    }

    /** Refuses every change with this sentence. */
    static Writer refusing(Path file, String sentence) {
        return new Writer(file, null, sentence);
    }

    @FunctionalInterface
    interface Change<T> {
        T on(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    interface VoidChange {
        void on(Connection connection) throws SQLException;
    }

    void run(VoidChange change) {
        call(c -> {
            change.on(c);
            return null;
        });
    }

    <T> T call(Change<T> change) {
        if (connection == null) {
            throw new CatalogueReadOnly(refusal, null);
        }
        lock.lock();
        try {
            new SqlQuery(connection, "begin immediate").update();
            boolean done = false;
            try {
                T result = change.on(connection);
                next(connection, "revision");
                new SqlQuery(connection, "commit").update();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(file, e);
        } finally {
            lock.unlock();
        }
    }

    /** Draws the next number of a counter, inside the running change. */
    static long next(Connection connection, String counter) throws SQLException {
        return new SqlQuery(connection, "update counter set value = value + 1 where name = ? returning value", counter)
                .number();
    }

    private void rollBack() {
        try {
            new SqlQuery(connection, "rollback").update();
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some errors, such as a full disk
            LOG.debug("Nothing left to roll back in {}.", file, e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection == null) {
            return;
        }
        lock.lock();
        try (connection) {
            new SqlQuery(connection, "pragma optimize").each(row -> {});
        } finally {
            lock.unlock();
        }
    }
}
