package app.earmark.store;

import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows of table {@code library} as values. */
final class LibraryRows {

    private static final String SELECT = "select l.id, l.root as path, l.name, l.absent,"
            + " (select count(*) from clip c where c.library = l.id) as clips from library l";

    private LibraryRows() {}

    static List<SoundLibrary> all(Connection connection) throws SQLException {
        return new SqlQuery(connection, SELECT + " order by l.name collate nocase, l.id").list(LibraryRows::library);
    }

    /** The library rooted at this folder, recorded now if it wasn't. */
    static SoundLibrary open(Connection connection, Path root) throws SQLException {
        new SqlQuery(
                        connection,
                        "insert into library (root, name) values (?, ?) on conflict do nothing",
                        root.toString(),
                        nameOf(root))
                .update();
        return find(connection, root);
    }

    /** What a library is called as long as nobody chose another name. */
    static String nameOf(Path root) {
        Path name = root.getFileName();
        return name == null ? root.toString() : name.toString();
    }

    /** Null when no library has this root. */
    static SoundLibrary find(Connection connection, Path root) throws SQLException {
        return new SqlQuery(connection, SELECT + " where l.root = ?", root.toString())
                .first(LibraryRows::library)
                .orElse(null);
    }

    private static SoundLibrary library(ResultSet row) throws SQLException {
        Path root = ClipRows.path(row);
        return root == null
                ? null
                : new SoundLibrary(
                        new LibraryId(row.getLong("id")),
                        root,
                        row.getString("name"),
                        row.getBoolean("absent"),
                        row.getLong("clips"));
    }
}
