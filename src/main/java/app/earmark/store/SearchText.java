package app.earmark.store;

import app.earmark.library.ClipId;
import java.nio.file.FileSystems;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the words of names, fields and paths by which clips are found; only rows whose words changed are written, since each
 * costs two indexes. The words of tags are {@link LabelWords}.
 */
final class SearchText {

    private static final String OF_IDS = " where clip in (select value from json_each(?))";

    private SearchText() {}

    private record Words(String name, String fields, String path) {}

    static void refresh(Connection c, List<ClipId> clips) throws SQLException {
        String ids = JsonArrays.ofClips(clips);
        Map<Long, StringBuilder> fields = new HashMap<>();
        new SqlQuery(c, OwnFields.VALUES_OF_CLIPS + " order by clip, field", ids)
                .each(row -> append(fields, row.getLong(1), row.getString(3)));
        Map<Long, Words> before = new HashMap<>();
        new SqlQuery(c, "select clip, name, fields, path from clip_text" + OF_IDS, ids)
                .each(row ->
                        before.put(row.getLong(1), new Words(row.getString(2), row.getString(3), row.getString(4))));
        try (SqlBatch insert = new SqlBatch(c, "insert into clip_text (name, fields, path, clip) values (?, ?, ?, ?)");
                SqlBatch update =
                        new SqlBatch(c, "update clip_text set name = ?, fields = ?, path = ? where clip = ?")) {
            new SqlQuery(
                            c,
                            "select c.id, c.path, l.root, l.name from clip c join library l on l.id = c.library"
                                    + " where c.id in (select value from json_each(?))",
                            ids)
                    .each(row -> {
                        long clip = row.getLong(1);
                        Words now = words(row, fields.get(clip));
                        Words then = before.get(clip);
                        if (!now.equals(then)) {
                            SqlBatch batch = then == null ? insert : update;
                            batch.add(now.name, now.fields, now.path, clip);
                        }
                    });
        }
    }

    private static Words words(ResultSet row, StringBuilder fields) throws SQLException {
        String path = row.getString(2);
        String root = row.getString(3);
        String separator = FileSystems.getDefault().getSeparator();
        String below = path.startsWith(root) ? path.substring(root.length()) : path;
        int slash = below.lastIndexOf(separator);
        String file = below.substring(slash + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        String extension = dot > 0 ? file.substring(dot + 1) : "";
        String folders = row.getString(4) + " " + (slash < 0 ? "" : below.substring(0, slash));
        return new Words(
                KeywordText.foldedName(stem),
                fields == null ? "" : KeywordText.folded(fields.toString()),
                KeywordText.foldedName(folders + " " + extension));
    }

    private static void append(Map<Long, StringBuilder> texts, long clip, String text) {
        texts.computeIfAbsent(clip, id -> new StringBuilder()).append(text).append(' ');
    }
}
