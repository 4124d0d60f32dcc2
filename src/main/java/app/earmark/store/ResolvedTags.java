package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LabelNames;
import app.earmark.library.Tag;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes what follows from claims after precedence: tags and categories, those that changed. */
final class ResolvedTags {

    private final LabelNames names;
    private final TagPrecedence precedence;

    ResolvedTags(LabelNames names) {
        this.names = names;
        this.precedence = new TagPrecedence(names);
    }

    private record Row(String label, String source, String category) {}

    void refresh(Connection c, Collection<ClipId> clips) throws SQLException {
        Map<ClipId, List<TagClaim>> claims = Claims.of(c, clips);
        Map<ClipId, Map<String, Row>> before = rows(c, clips);
        Map<String, String> labels = new HashMap<>();
        try (SqlBatch gone = new SqlBatch(c, "delete from clip_tag where clip = ? and label_key = ?");
                SqlBatch put = new SqlBatch(
                        c,
                        "insert or replace into clip_tag (clip, label_key, label, source, category)"
                                + " values (?, ?, ?, ?, ?)");
                SqlBatch category =
                        new SqlBatch(c, "update clip set category = ? where id = ? and category is not ?")) {
            for (ClipId clip : clips) {
                Map<String, Row> then = before.getOrDefault(clip, Map.of());
                Map<String, Row> now = resolved(claims.getOrDefault(clip, List.of()));
                for (String key : then.keySet()) {
                    if (!now.containsKey(key)) {
                        gone.add(clip.value(), key);
                    }
                }
                for (Map.Entry<String, Row> tag : now.entrySet()) {
                    Row row = tag.getValue();
                    if (!row.equals(then.get(tag.getKey()))) {
                        put.add(clip.value(), tag.getKey(), row.label, row.source, row.category);
                        labels.put(row.label, tag.getKey());
                    }
                }
                // may change with the scores alone
                String strongest = now.values().stream()
                        .map(Row::category)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                category.add(strongest, clip.value(), strongest);
            }
        }
        LabelWords.met(c, labels);
    }

    private static Map<ClipId, Map<String, Row>> rows(Connection c, Collection<ClipId> clips) throws SQLException {
        Map<ClipId, Map<String, Row>> rows = new HashMap<>();
        new SqlQuery(
                        c,
                        "select clip, label_key, label, source, category from clip_tag"
                                + " where clip in (select value from json_each(?))",
                        JsonArrays.ofClips(clips))
                .each(row -> rows.computeIfAbsent(new ClipId(row.getLong(1)), id -> new HashMap<>())
                        .put(row.getString(2), new Row(row.getString(3), row.getString(4), row.getString(5))));
        return rows;
    }

    /** By key, the strongest first. */
    private Map<String, Row> resolved(List<TagClaim> claims) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Tag tag : precedence.resolve(claims).tags()) {
            rows.put(
                    TagPrecedence.keyOf(tag.label()),
                    new Row(
                            tag.label(),
                            tag.source().code(),
                            names.categoryOf(tag.label()).orElse(null)));
        }
        return rows;
    }
}
