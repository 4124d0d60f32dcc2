package app.earmark.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections for reading, each used by one thread at a time. A read inside a read gets a connection of its own, so nobody
 * ever waits for one; a few idle ones are kept.
 */
final class Readers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int KEPT_IDLE = 4;

    private final Path file;
    private final ConnectionSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Readers(Path file, ConnectionSource source) {
        this.file = file;
        this.source = source;
    }

    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        if (closed.get()) {
            throw new IllegalStateException("the catalogue " + file + " is closed");
        }
        try {
            Connection pooled = idle.pollFirst();
            Connection connection = pooled == null ? source.open() : pooled;
            try {
                return reading.from(connection);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(file, e);
        }
    }

    /** Like {@link #read}, all statements of {@code reading} seeing the same state of the catalogue. */
    <T> T readSnapshot(Reading<T> reading) {
        return read(connection -> {
            new SqlQuery(connection, "begin").update();
            try {
                return reading.from(connection);
            } finally {
                new SqlQuery(connection, "rollback").update();
            }
        });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (closed.get() || idle.size() >= KEPT_IDLE) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        for (Connection c = idle.pollFirst(); c != null; c = idle.pollFirst()) {
            try {
                c.close();
            } catch (SQLException e) {
                LOG.warn("A connection to {} did not close.", file, e);
            }
        }
    }
}
