package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.FileChange;
import app.earmark.library.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an edit did to files. */
final class EditedFiles {

    private EditedFiles() {}

    /** Where a clip's file is now, and how it is there. */
    record Arrival(ClipId clip, Path path, FileStamp stamp) {}

    static void record(Connection c, long edit, List<FileChange> files) throws SQLException {
        try (SqlBatch batch = new SqlBatch(
                c,
                "insert into edit_file (edit, position, clip, path_before, path_after, backup)"
                        + " values (?, ?, (select id from clip where id = ?), ?, ?, ?)")) {
            int position = 0;
            for (FileChange file : files) {
                batch.add(
                        edit,
                        position++,
                        file.clip().map(ClipId::value).orElse(null),
                        file.before().toString(),
                        file.after().toString(),
                        file.backup().map(Path::toString).orElse(null));
            }
        }
    }

    static List<FileChange> of(Connection c, long edit) throws SQLException {
        return new SqlQuery(
                        c,
                        "select clip, path_before, path_after, backup from edit_file where edit = ? order by position",
                        edit)
                .list(row -> {
                    long clip = row.getLong(1);
                    return new FileChange(
                            row.wasNull() ? Optional.empty() : Optional.of(new ClipId(clip)),
                            Path.of(row.getString(2)),
                            Path.of(row.getString(3)),
                            Optional.ofNullable(row.getString(4)).map(Path::of));
                });
    }

    /** Looks at the files of clips where they are after the edit, or where they were before it. */
    static List<Arrival> arrivals(Collection<FileChange> files, boolean after) {
        List<Arrival> arrivals = new ArrayList<>();
        for (FileChange file : files) {
            Path path = after ? file.after() : file.before();
            if (file.clip().isPresent()) {
                try {
                    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                    arrivals.add(new Arrival(
                            file.clip().get(),
                            path,
                            new FileStamp(found.size(), found.lastModifiedTime().toMillis())));
                } catch (IOException e) {
                    continue; // gone again; the next scan finds out
                }
            }
        }
        return arrivals;
    }
}
