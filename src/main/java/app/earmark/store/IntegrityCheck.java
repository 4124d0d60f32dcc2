package app.earmark.store;

import app.earmark.library.CatalogueCondition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.ProgressHandler;

/** Looks through the pages of a catalogue, for as long as there is time. */
final class IntegrityCheck {

    private static final int STEPS_BETWEEN_LOOKS = 10_000;
    private static final int INTERRUPTED = 9; // https://www.sqlite.org/rescode.html#interrupt

    private IntegrityCheck() {}

    static CatalogueCondition of(Connection c, Duration most) throws SQLException {
        int version = (int) new SqlQuery(c, "pragma user_version").number();
        long began = System.nanoTime();
        ProgressHandler.setHandler(c, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - began > most.toNanos() ? 1 : 0;
            }
        });
        try {
            String said = new SqlQuery(c, "pragma quick_check(1)")
                    .first(row -> row.getString(1))
                    .orElse("ok");
            boolean whole = said.equals("ok");
            return new CatalogueCondition(version, Optional.of(whole), whole ? Optional.empty() : Optional.of(said));
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == INTERRUPTED) {
                return new CatalogueCondition(version, Optional.empty(), Optional.empty());
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(c);
        }
    }
}
