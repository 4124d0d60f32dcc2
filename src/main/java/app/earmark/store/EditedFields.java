package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.FieldChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an edit changed in a person's own field texts. */
final class EditedFields {

    private EditedFields() {}

    private record Place(ClipId clip, String field) {}

    /** @param before null where there was no text of the person's own; so {@code after} */
    record Change(ClipId clip, String field, String before, String after) {}

    /** The changes among these that change anything; of several to one field of one clip the last one counts. */
    static List<Change> among(Connection c, Collection<FieldChange> wanted) throws SQLException {
        Map<Place, FieldChange> last = new LinkedHashMap<>();
        wanted.forEach(change -> last.put(new Place(change.clip(), change.field()), change));
        Map<Place, String> before = new HashMap<>();
        Set<ClipId> known = new HashSet<>();
        new SqlQuery(
                        c,
                        "select id, field, value from clip left join own_field on clip = id"
                                + " where id in (select value from json_each(?))",
                        JsonArrays.ofClips(last.keySet().stream()
                                .map(Place::clip)
                                .distinct()
                                .toList()))
                .each(row -> {
                    ClipId clip = new ClipId(row.getLong(1));
                    known.add(clip);
                    before.put(new Place(clip, row.getString(2)), row.getString(3));
                });
        List<Change> changes = new ArrayList<>();
        last.forEach((place, change) -> {
            String then = before.get(place);
            String now = change.value().map(String::strip).orElse(null);
            if (known.contains(place.clip) && !Objects.equals(then, now)) {
                changes.add(new Change(place.clip, place.field, then, now));
            }
        });
        return changes;
    }

    static void record(Connection c, long edit, List<Change> changes) throws SQLException {
        try (SqlBatch batch =
                new SqlBatch(c, "insert into edit_field (edit, clip, field, before, after) values (?, ?, ?, ?, ?)")) {
            for (Change change : changes) {
                batch.add(edit, change.clip.value(), change.field, change.before, change.after);
            }
        }
    }

    /** Lets the texts be what they were after the edit, or before it. */
    static void put(Connection c, long edit, boolean after) throws SQLException {
        String text = after ? "after" : "before";
        new SqlQuery(
                        c,
                        "delete from own_field where (clip, field) in"
                                + " (select clip, field from edit_field where edit = ? and " + text + " is null)",
                        edit)
                .update();
        new SqlQuery(
                        c,
                        "insert into own_field (clip, field, value) select clip, field, " + text
                                + " from edit_field where edit = ? and " + text + " is not null"
                                + " on conflict do update set value = excluded.value",
                        edit)
                .update();
    }

    static List<ClipId> clips(Connection c, long edit) throws SQLException {
        return new SqlQuery(c, "select distinct clip from edit_field where edit = ?", edit)
                .list(row -> new ClipId(row.getLong(1)));
    }
}
