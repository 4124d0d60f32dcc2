package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LabelNames;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A person's word about clips, over SQLite. */
final class SqlTagCatalog implements TagCatalog {

    private final Readers readers;
    private final Writer writer;
    private final ClipWrites writes;
    private final LabelNames names;

    SqlTagCatalog(Readers readers, Writer writer, ClipWrites writes, LabelNames names) {
        this.readers = readers;
        this.writer = writer;
        this.writes = writes;
        this.names = names;
    }

    @Override
    public void hold(Collection<ClipId> clips, String label) {
        writer.run(c -> {
            say(c, clips, label, true);
            if (!names.isCatId(label.strip())) {
                new SqlQuery(
                                c,
                                "insert into own_label (label_key, label) values (?, ?) on conflict do nothing",
                                TagPrecedence.keyOf(label),
                                label.strip())
                        .update();
            }
        });
    }

    @Override
    public void reject(Collection<ClipId> clips, String label) {
        writer.run(c -> say(c, clips, label, false));
    }

    @Override
    public void withdraw(Collection<ClipId> clips, String label) {
        writer.run(c -> {
            new SqlQuery(
                            c,
                            "delete from tag_claim where source = 'person' and label_key = ?"
                                    + " and clip in (select value from json_each(?))",
                            TagPrecedence.keyOf(label),
                            JsonArrays.ofClips(clips))
                    .update();
            writes.refreshTagsAndText(c, clips);
        });
    }

    private void say(Connection c, Collection<ClipId> clips, String label, boolean holds) throws SQLException {
        requireText(label);
        TagClaim claim = new TagClaim(label, TagSource.PERSON, OptionalDouble.empty(), holds);
        List<ClipId> known = new SqlQuery(
                        c,
                        "select id from clip where id in (select value from json_each(?))",
                        JsonArrays.ofClips(clips))
                .list(row -> new ClipId(row.getLong(1)));
        try (SqlBatch claims = Claims.insertion(c)) {
            for (ClipId clip : known) {
                Claims.add(claims, clip, Claims.NO_PACK, claim);
            }
        }
        writes.refreshTagsAndText(c, known);
    }

    @Override
    public List<OwnLabel> ownLabels() {
        return readers.read(c -> {
            Map<String, List<String>> prompts = new LinkedHashMap<>();
            new SqlQuery(
                            c,
                            "select l.label, p.prompt from own_label l left join own_label_prompt p using (label_key)"
                                    + " order by l.label_key, p.position")
                    .each(row -> {
                        List<String> of = prompts.computeIfAbsent(row.getString(1), label -> new ArrayList<>());
                        if (row.getString(2) != null) {
                            of.add(row.getString(2));
                        }
                    });
            return prompts.entrySet().stream()
                    .map(e -> new OwnLabel(e.getKey(), e.getValue().isEmpty() ? List.of(e.getKey()) : e.getValue()))
                    .toList();
        });
    }

    @Override
    public void saveOwnLabel(OwnLabel label) {
        requireText(label.label());
        String key = TagPrecedence.keyOf(label.label());
        writer.run(c -> {
            new SqlQuery(
                            c,
                            "insert into own_label (label_key, label) values (?, ?)"
                                    + " on conflict do update set label = excluded.label",
                            key,
                            label.label().strip())
                    .update();
            new SqlQuery(c, "delete from own_label_prompt where label_key = ?", key).update();
            try (SqlBatch prompts =
                    new SqlBatch(c, "insert into own_label_prompt (label_key, position, prompt) values (?, ?, ?)")) {
                for (int i = 0; i < label.prompts().size(); i++) {
                    prompts.add(key, i, label.prompts().get(i));
                }
            }
        });
    }

    /** The model's claims to the label go with it; where a person said it holds, it stays on the clip. */
    @Override
    public void removeOwnLabel(String label) {
        String key = TagPrecedence.keyOf(label);
        writer.run(c -> {
            new SqlQuery(c, "delete from own_label where label_key = ?", key).update();
            List<ClipId> clips = new SqlQuery(
                            c, "select distinct clip from tag_claim where source = 'model' and label_key = ?", key)
                    .list(row -> new ClipId(row.getLong(1)));
            new SqlQuery(c, "delete from tag_claim where source = 'model' and label_key = ?", key).update();
            writes.refreshTagsAndText(c, clips);
        });
    }

    private static void requireText(String label) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A label needs at least one letter.");
        }
    }
}
