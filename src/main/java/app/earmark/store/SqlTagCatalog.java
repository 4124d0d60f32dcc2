package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LabelEvidence;
import app.earmark.library.LabelNames;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import java.sql.Connection;
import java.sql.SQLException;
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
                OwnLabels.add(c, label);
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
    public Map<ClipId, TagVerdict> verdictsOn(String label) {
        Map<ClipId, TagVerdict> verdicts = new LinkedHashMap<>();
        readers.read(c -> {
            new SqlQuery(
                            c,
                            "select clip, asserted from tag_claim where source = 'person' and label_key = ? order by clip",
                            TagPrecedence.keyOf(label))
                    .each(row -> verdicts.put(
                            new ClipId(row.getLong(1)), row.getBoolean(2) ? TagVerdict.HOLDS : TagVerdict.REJECTED));
            return null;
        });
        return verdicts;
    }

    @Override
    public List<LabelEvidence> evidence() {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select min(label), sum(asserted), sum(1 - asserted) from tag_claim where source = 'person'"
                                + " group by label_key order by count(*) desc, label_key")
                .list(row -> new LabelEvidence(row.getString(1), row.getInt(2), row.getInt(3))));
    }

    @Override
    public List<OwnLabel> ownLabels() {
        return readers.read(OwnLabels::all);
    }

    @Override
    public void saveOwnLabel(OwnLabel label) {
        requireText(label.label());
        writer.run(c -> OwnLabels.save(c, label));
    }

    /** The model's claims to the label go with it; where a person said it holds, it stays on the clip. */
    @Override
    public void removeOwnLabel(String label) {
        String key = TagPrecedence.keyOf(label);
        writer.run(c -> {
            OwnLabels.remove(c, key);
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
