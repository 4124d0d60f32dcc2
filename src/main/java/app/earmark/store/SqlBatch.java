package app.earmark.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement run with many sets of parameters; what is pending runs at {@link #close}. */
final class SqlBatch implements AutoCloseable {

    private static final int PENDING_LIMIT = 500;

    private final PreparedStatement statement;
    private int pending;

    SqlBatch(Connection connection, String sql) throws SQLException {
        statement = connection.prepareStatement(sql);
    }

    void add(Object... parameters) throws SQLException {
        SqlQuery.bind(statement, parameters);
        statement.addBatch();
        if (++pending == PENDING_LIMIT) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (pending > 0) {
            pending = 0;
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            flush();
        }
    }
}
