package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.TagChange;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an edit changed in a person's words about labels. */
final class EditedWords {

    private EditedWords() {}

    private record Place(long clip, String key) {}

    /** @param holds null where nothing was said */
    private record Word(String label, Boolean holds) {
        static final Word NONE = new Word(null, null);

        Integer code() {
            return holds == null ? null : Integer.valueOf(holds ? 1 : 0);
        }
    }

    /** A word before and after; at least one of them was said. */
    record Change(ClipId clip, String key, String label, String labelBefore, Integer before, Integer after) {}

    /** The changes among these that change anything; of several about one label of one clip the last one counts. */
    static List<Change> among(Connection c, Collection<TagChange> wanted) throws SQLException {
        Map<Place, TagChange> last = new LinkedHashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (TagChange change : wanted) {
            String key = keys.computeIfAbsent(change.label(), TagPrecedence::keyOf);
            last.put(new Place(change.clip().value(), key), change);
        }
        Map<Place, Word> before = new HashMap<>();
        new SqlQuery(
                        c,
                        "select id, label_key, label, asserted from clip left join tag_claim"
                                + " on clip = id and source = 'person' and pack = 0"
                                + " and label_key in (select value from json_each(?))"
                                + " where id in (select value from json_each(?))",
                        JsonArrays.of(new java.util.LinkedHashSet<>(keys.values())),
                        JsonArrays.ofClips(last.values().stream()
                                .map(TagChange::clip)
                                .distinct()
                                .toList()))
                .each(row -> {
                    long clip = row.getLong(1);
                    String key = row.getString(2);
                    before.put(new Place(clip, ""), Word.NONE);
                    if (key != null) {
                        before.put(new Place(clip, key), new Word(row.getString(3), row.getBoolean(4)));
                    }
                });
        List<Change> changes = new ArrayList<>();
        last.forEach((place, change) -> {
            Word then = before.getOrDefault(place, Word.NONE);
            Word now = change.verdict()
                    .map(verdict -> new Word(change.label().strip(), verdict == TagVerdict.HOLDS))
                    .orElse(Word.NONE);
            if (before.containsKey(new Place(place.clip, "")) && !now.equals(then)) {
                changes.add(new Change(
                        change.clip(),
                        place.key,
                        Objects.requireNonNullElse(now.label, then.label),
                        then.label,
                        then.code(),
                        now.code()));
            }
        });
        return changes;
    }

    static void record(Connection c, long edit, List<Change> changes) throws SQLException {
        try (SqlBatch batch = new SqlBatch(
                c,
                "insert into edit_claim (edit, clip, label_key, label, label_before, before, after)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Change change : changes) {
                batch.add(
                        edit,
                        change.clip.value(),
                        change.key,
                        change.label,
                        change.labelBefore,
                        change.before,
                        change.after);
            }
        }
    }

    /** Lets the words be what they were after the edit, or before it. */
    static void put(Connection c, long edit, boolean after) throws SQLException {
        String holds = after ? "after" : "before";
        new SqlQuery(
                        c,
                        "delete from tag_claim where source = 'person' and pack = 0 and (clip, label_key) in"
                                + " (select clip, label_key from edit_claim where edit = ? and " + holds + " is null)",
                        edit)
                .update();
        new SqlQuery(
                        c,
                        "insert into tag_claim (clip, source, pack, label_key, label, asserted)"
                                + " select clip, 'person', 0, label_key, " + (after ? "label" : "label_before") + ", "
                                + holds + " from edit_claim where edit = ? and " + holds + " is not null"
                                + " on conflict do update set label = excluded.label, asserted = excluded.asserted",
                        edit)
                .update();
    }

    static List<ClipId> clips(Connection c, long edit) throws SQLException {
        return new SqlQuery(c, "select distinct clip from edit_claim where edit = ?", edit)
                .list(row -> new ClipId(row.getLong(1)));
    }
}
