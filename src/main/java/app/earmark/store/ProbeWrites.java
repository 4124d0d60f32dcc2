package app.earmark.store;

import app.earmark.library.AudioFacts;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.ProbedFile;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Records what was learnt about files without listening. */
final class ProbeWrites {

    static final String FACTS_SQL = "update clip set format = ?, codec = ?, duration_seconds = ?, sample_rate_hz = ?,"
            + " channels = ?, bit_depth = ? where id = ?";
    static final String FAILURE_SQL = "update clip set state = 'FAILED', failure_code = ?, failure_message = ?,"
            + " failed_at = unixepoch('subsec') * 1000 where id = ?";

    private final ClipWrites writes;

    ProbeWrites(ClipWrites writes) {
        this.writes = writes;
    }

    void save(Connection c, Collection<ProbedFile> probed) throws SQLException {
        Set<ClipId> ids = existing(c, probed);
        Collection<ProbedFile> files =
                probed.stream().filter(file -> ids.contains(file.id())).toList();
        String json = JsonArrays.ofClips(ids);
        new SqlQuery(
                        c,
                        "delete from tag_claim where source in ('file', 'name')"
                                + " and clip in (select value from json_each(?))",
                        json)
                .update();
        new SqlQuery(c, "delete from clip_field where clip in (select value from json_each(?))", json).update();
        new SqlQuery(c, "update clip set probe_due = 0 where id in (select value from json_each(?))", json).update();
        try (SqlBatch facts = new SqlBatch(c, FACTS_SQL);
                SqlBatch failures = new SqlBatch(c, FAILURE_SQL);
                SqlBatch fields = new SqlBatch(c, "insert into clip_field (clip, field, value) values (?, ?, ?)");
                SqlBatch claims = Claims.insertion(c)) {
            for (ProbedFile file : files) {
                if (file.facts().isPresent()) {
                    addFacts(facts, file.id(), file.facts().get());
                }
                if (file.failure().isPresent()) {
                    addFailure(failures, file.id(), file.failure().get());
                }
                for (Map.Entry<String, String> field : file.fields().values().entrySet()) {
                    fields.add(file.id().value(), field.getKey(), field.getValue());
                }
                for (TagClaim claim : file.claims()) {
                    if (claim.source() != TagSource.FILE && claim.source() != TagSource.NAME) {
                        throw new IllegalArgumentException("probing makes no claims of source " + claim.source());
                    }
                    Claims.add(claims, file.id(), Claims.NO_PACK, claim);
                }
            }
        }
        writes.refreshTagsAndText(c, ids);
    }

    static void addFacts(SqlBatch batch, ClipId clip, AudioFacts facts) throws SQLException {
        batch.add(
                facts.format(),
                facts.codec(),
                facts.durationSeconds(),
                facts.sampleRateHz(),
                facts.channels(),
                facts.bitDepth().isPresent() ? facts.bitDepth().getAsInt() : null,
                clip.value());
    }

    static void addFailure(SqlBatch batch, ClipId clip, ClipFailure failure) throws SQLException {
        batch.add(failure.code(), failure.message(), clip.value());
    }

    private static Set<ClipId> existing(Connection c, Collection<ProbedFile> probed) throws SQLException {
        return new LinkedHashSet<>(new SqlQuery(
                        c,
                        "select id from clip where id in (select value from json_each(?))",
                        JsonArrays.ofClips(probed.stream().map(ProbedFile::id).toList()))
                .list(row -> new ClipId(row.getLong(1))));
    }
}
