package app.earmark.store;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of table {@code clip} as values. */
final class ClipRows {

    static final String COLUMNS =
            "c.id, c.library, c.path, c.size_bytes, c.modified_millis, c.state, c.offline, c.failure_code, c.failure_message,"
                    + " c.format, c.codec, c.duration_seconds, c.sample_rate_hz, c.channels, c.bit_depth";

    private static final Logger LOG = LoggerFactory.getLogger(ClipRows.class);

    private ClipRows() {}

    /** Null when this system can't name such a file. */
    static Clip clip(ResultSet row) throws SQLException {
        Path path = path(row);
        if (path == null) {
            return null;
        }
        ClipState state = ClipState.valueOf(row.getString("state"));
        return new Clip(
                new ClipId(row.getLong("id")),
                new LibraryId(row.getLong("library")),
                path,
                stamp(row),
                facts(row),
                state,
                row.getBoolean("offline"),
                state == ClipState.FAILED ? Optional.of(failure(row, path)) : Optional.empty());
    }

    static FileStamp stamp(ResultSet row) throws SQLException {
        return new FileStamp(row.getLong("size_bytes"), row.getLong("modified_millis"));
    }

    static ClipFailure failure(ResultSet row, Path path) throws SQLException {
        return new ClipFailure(path, row.getString("failure_code"), row.getString("failure_message"));
    }

    /** Null when this system can't name such a file, as with a catalogue from another one. */
    static Path path(ResultSet row) throws SQLException {
        String path = row.getString("path");
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            LOG.warn("The catalogue names a file that can't exist on this system: {}", path);
            return null;
        }
    }

    private static Optional<AudioFacts> facts(ResultSet row) throws SQLException {
        String format = row.getString("format");
        if (format == null) {
            return Optional.empty();
        }
        int bits = row.getInt("bit_depth");
        return Optional.of(new AudioFacts(
                format,
                row.getString("codec"),
                row.getDouble("duration_seconds"),
                row.getInt("sample_rate_hz"),
                row.getInt("channels"),
                bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits)));
    }
}
