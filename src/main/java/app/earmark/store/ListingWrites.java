package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LibraryId;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.ChangedFile;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ListingChanges.MovedFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Records what a walk found. */
final class ListingWrites {

    private final ClipWrites writes;

    ListingWrites(ClipWrites writes) {
        this.writes = writes;
    }

    void apply(Connection c, LibraryId library, ListingChanges changes) throws SQLException {
        List<ClipId> renamed = new ArrayList<>(moved(c, library, changes.moved()));
        Set<ClipId> retagged = new LinkedHashSet<>(changed(c, changes.changed()));
        retagged.addAll(added(c, library, changes.added(), renamed));
        offline(c, changes.vanished(), true);
        offline(c, changes.returned(), false);
        new SqlQuery(
                        c,
                        "update clip set state = 'LISTED', failure_code = null, failure_message = null,"
                                + " probe_due = (format is null)"
                                + " where state = 'FAILED' and id in (select value from json_each(?))",
                        JsonArrays.ofClips(changes.returned()))
                .update();
        writes.refreshText(c, renamed);
        writes.refreshTagsAndText(c, retagged);
    }

    /** Records files that Earmark itself renamed, or wrote metadata into: same sound, other name or bytes. */
    void arrived(Connection c, List<MovedFile> files) throws SQLException {
        try (SqlBatch rewritten = new SqlBatch(
                c, "update clip set content_hash = null where id = ? and (size_bytes <> ? or modified_millis <> ?)")) {
            for (MovedFile file : files) {
                rewritten.add(
                        file.id().value(),
                        file.stamp().sizeBytes(),
                        file.stamp().modifiedMillis());
            }
        }
        writes.refreshText(c, moved(c, null, files));
    }

    /**
     * Records new files. A path that some clip has already is that clip, found again.
     *
     * @param fresh takes the clips recorded now
     * @return clips that were known and whose file is another one now
     */
    private static List<ClipId> added(Connection c, LibraryId library, List<FoundFile> files, List<ClipId> fresh)
            throws SQLException {
        if (files.isEmpty()) {
            return List.of();
        }
        long before = new SqlQuery(c, "select coalesce(max(id), 0) from clip").number();
        List<ChangedFile> changed = new ArrayList<>();
        try (SqlBatch insert = new SqlBatch(
                c,
                "insert into clip (library, path, size_bytes, modified_millis) values (?, ?, ?, ?) on conflict do nothing")) {
            for (FoundFile file : files) {
                insert.add(
                        library.value(),
                        file.path().toString(),
                        file.stamp().sizeBytes(),
                        file.stamp().modifiedMillis());
            }
        }
        fresh.addAll(
                new SqlQuery(c, "select id from clip where id > ?", before).list(row -> new ClipId(row.getLong(1))));
        if (fresh.size() < files.size()) {
            for (FoundFile file : files) {
                new SqlQuery(
                                c,
                                "select id from clip where path = ? and id <= ?"
                                        + " and (size_bytes <> ? or modified_millis <> ?)",
                                file.path().toString(),
                                before,
                                file.stamp().sizeBytes(),
                                file.stamp().modifiedMillis())
                        .first(row -> new ClipId(row.getLong(1)))
                        .ifPresent(id -> changed.add(new ChangedFile(id, file.stamp())));
                new SqlQuery(
                                c,
                                "update clip set offline = 0 where path = ?",
                                file.path().toString())
                        .update();
            }
        }
        return changed(c, changed);
    }

    /** Forgets what was learnt from the former contents; what a person said stays. */
    private static List<ClipId> changed(Connection c, List<ChangedFile> files) throws SQLException {
        if (files.isEmpty()) {
            return List.of();
        }
        List<ClipId> ids = files.stream().map(ChangedFile::id).toList();
        String json = JsonArrays.ofClips(ids);
        for (String table : List.of("listening", "embedding", "thumbnail", "player_peaks", "clip_field")) {
            new SqlQuery(c, "delete from " + table + " where clip in (select value from json_each(?))", json).update();
        }
        new SqlQuery(
                        c,
                        "delete from tag_claim where source <> 'person' and clip in (select value from json_each(?))",
                        json)
                .update();
        try (SqlBatch update = new SqlBatch(
                c,
                "update clip set size_bytes = ?, modified_millis = ?, content_hash = null, format = null, codec = null,"
                        + " duration_seconds = null, sample_rate_hz = null, channels = null, bit_depth = null,"
                        + " state = 'LISTED', offline = 0, probe_due = 1,"
                        + " failure_code = null, failure_message = null, failed_at = null where id = ?")) {
            for (ChangedFile file : files) {
                update.add(
                        file.stamp().sizeBytes(),
                        file.stamp().modifiedMillis(),
                        file.id().value());
            }
        }
        return ids;
    }

    /**
     * Gives records their new paths; in two steps, since files may have changed places.
     *
     * @param library where they are now; null if that stays
     */
    private static List<ClipId> moved(Connection c, LibraryId library, List<MovedFile> files) throws SQLException {
        if (files.isEmpty()) {
            return List.of();
        }
        try (SqlBatch aside = new SqlBatch(c, "update clip set path = char(1) || id || ':' || path where id = ?")) {
            for (MovedFile file : files) {
                aside.add(file.id().value());
            }
        }
        // a path that a third record holds stays with it: that file was found there before
        try (SqlBatch arrive = new SqlBatch(
                c,
                "update or ignore clip set path = ?, library = coalesce(?, library), size_bytes = ?, modified_millis = ?, offline = 0,"
                        + " probe_due = 1 where id = ?")) {
            for (MovedFile file : files) {
                arrive.add(
                        file.newPath().toString(),
                        library == null ? null : library.value(),
                        file.stamp().sizeBytes(),
                        file.stamp().modifiedMillis(),
                        file.id().value());
            }
        }
        new SqlQuery(
                        c,
                        "update clip set path = substr(path, 3 + length(id)), offline = 1 where path >= char(1)"
                                + " and path < char(2)")
                .update();
        return files.stream().map(MovedFile::id).toList();
    }

    private static void offline(Connection c, List<ClipId> clips, boolean offline) throws SQLException {
        new SqlQuery(
                        c,
                        "update clip set offline = ? where id in (select value from json_each(?))",
                        offline ? 1 : 0,
                        JsonArrays.ofClips(clips))
                .update();
    }
}
