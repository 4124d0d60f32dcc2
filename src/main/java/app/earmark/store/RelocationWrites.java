package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Records a library under another folder. */
final class RelocationWrites {

    private final ClipWrites writes;

    RelocationWrites(ClipWrites writes) {
        this.writes = writes;
    }

    private record Move(ClipId id, String path) {}

    void apply(Connection c, LibraryId library, Path oldRoot, Path newRoot) throws SQLException {
        List<Move> moves = new SqlQuery(c, "select id, path from clip where library = ?", library.value()).list(row -> {
            Path path = ClipRows.path(row);
            return path == null || !path.startsWith(oldRoot)
                    ? null
                    : new Move(
                            new ClipId(row.getLong("id")),
                            newRoot.resolve(oldRoot.relativize(path)).toString());
        });
        // aside first, since a new path may be the old one of another record
        try (SqlBatch aside = new SqlBatch(c, "update clip set path = char(1) || id where id = ?")) {
            for (Move move : moves) {
                aside.add(move.id().value());
            }
        }
        mergeRecordsAt(c, moves);
        LibraryId home = homeOf(c, library, newRoot);
        try (SqlBatch arrive = new SqlBatch(c, "update clip set path = ?, library = ? where id = ?")) {
            for (Move move : moves) {
                arrive.add(move.path(), home.value(), move.id().value());
            }
        }
        settle(c, library, home, oldRoot, newRoot);
        writes.refreshTagsAndText(c, moves.stream().map(Move::id).toList());
    }

    /** What a person said of a record at the new place was said later, and counts. */
    private static void mergeRecordsAt(Connection c, List<Move> moves) throws SQLException {
        try (SqlBatch words = new SqlBatch(
                        c,
                        "insert or replace into tag_claim (clip, source, pack, label_key, label, score, asserted)"
                                + " select ?, t.source, t.pack, t.label_key, t.label, t.score, t.asserted"
                                + " from tag_claim t join clip there on there.id = t.clip"
                                + " where there.path = ? and t.source = 'person'");
                SqlBatch texts = new SqlBatch(
                        c,
                        "insert or replace into own_field (clip, field, value) select ?, o.field, o.value"
                                + " from own_field o join clip there on there.id = o.clip where there.path = ?");
                SqlBatch gone = new SqlBatch(c, "delete from clip where path = ?")) {
            for (Move move : moves) {
                words.add(move.id().value(), move.path());
                texts.add(move.id().value(), move.path());
            }
            words.flush();
            texts.flush();
            for (Move move : moves) {
                gone.add(move.path());
            }
        }
    }

    /** The library itself, unless the new folder is another one's or lies in it. */
    private static LibraryId homeOf(Connection c, LibraryId library, Path newRoot) throws SQLException {
        return LibraryRows.all(c).stream()
                .filter(other -> !other.id().equals(library) && newRoot.startsWith(other.root()))
                .max(Comparator.comparingInt(other -> other.root().getNameCount()))
                .map(SoundLibrary::id)
                .orElse(library);
    }

    private static void settle(Connection c, LibraryId library, LibraryId home, Path oldRoot, Path newRoot)
            throws SQLException {
        if (!home.equals(library)) {
            // it is empty now; if it were not, its clips would go with it
            new SqlQuery(
                            c,
                            "delete from library where id = ? and not exists (select 1 from clip where library = ?)",
                            library.value(),
                            library.value())
                    .update();
            return;
        }
        new SqlQuery(
                        c,
                        "update library set root = ?, absent = 0, name = case name when ? then ? else name end"
                                + " where id = ?",
                        newRoot.toString(),
                        LibraryRows.nameOf(oldRoot),
                        LibraryRows.nameOf(newRoot),
                        library.value())
                .update();
    }
}
