package app.earmark.store;

import app.earmark.library.Edit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of table {@code edit} as values. Those undone are always the newest ones. */
final class EditRows {

    private static final String SELECT = "select number, at_millis, kind, title, clips, undone from edit";

    private EditRows() {}

    static List<Edit> newest(Connection c, int most) throws SQLException {
        return new SqlQuery(c, SELECT + " order by number desc limit ?", most).list(EditRows::edit);
    }

    static Optional<Edit> undoable(Connection c) throws SQLException {
        return new SqlQuery(c, SELECT + " where undone = 0 order by number desc limit 1").first(EditRows::edit);
    }

    static Optional<Edit> redoable(Connection c) throws SQLException {
        return new SqlQuery(c, SELECT + " where undone = 1 order by number limit 1").first(EditRows::edit);
    }

    /** Adds an edit; those that were undone can't be done again any more. */
    static Edit add(Connection c, Edit.Kind kind, String title, int clips) throws SQLException {
        new SqlQuery(c, "delete from edit where undone = 1").update();
        return new SqlQuery(
                        c,
                        "insert into edit (at_millis, kind, title, clips) values (?, ?, ?, ?)"
                                + " returning number, at_millis, kind, title, clips, undone",
                        System.currentTimeMillis(),
                        kind.name().toLowerCase(Locale.ROOT),
                        title,
                        clips)
                .first(EditRows::edit)
                .orElseThrow();
    }

    static Edit mark(Connection c, Edit edit, boolean undone) throws SQLException {
        new SqlQuery(c, "update edit set undone = ? where number = ?", undone ? 1 : 0, edit.number()).update();
        return edit.marked(undone);
    }

    /** Edits of which nothing is left, since all their clips were forgotten. */
    static void removeEmpty(Connection c) throws SQLException {
        new SqlQuery(
                        c,
                        "delete from edit where kind = 'catalogue'"
                                + " and not exists (select 1 from edit_claim e where e.edit = number)"
                                + " and not exists (select 1 from edit_field e where e.edit = number)"
                                + " and not exists (select 1 from edit_taxonomy e where e.edit = number)")
                .update();
    }

    private static Edit edit(ResultSet row) throws SQLException {
        return new Edit(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Edit.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6));
    }
}
