package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.ListenedClip;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records what a listening pass learnt; results about a file that has changed since are dropped. */
final class ListeningWrites {

    private final ClipWrites writes;

    ListeningWrites(ClipWrites writes) {
        this.writes = writes;
    }

    void save(Connection c, Collection<ListenedClip> listened) throws SQLException {
        Map<ClipId, FileStamp> stamps = stamps(c, listened);
        List<ClipId> saved = new ArrayList<>();
        try (SqlBatch facts = new SqlBatch(c, ProbeWrites.FACTS_SQL);
                SqlBatch failures = new SqlBatch(c, ProbeWrites.FAILURE_SQL);
                SqlBatch claims = Claims.insertion(c)) {
            for (ListenedClip clip : listened) {
                if (!clip.stamp().equals(stamps.get(clip.id()))
                        || clip.state() == ClipState.FAILED && isEmbedded(c, clip.id())) {
                    continue;
                }
                saved.add(clip.id());
                long pack = Claims.packNumber(c, clip.pack());
                saveState(c, clip, pack);
                if (clip.facts().isPresent()) {
                    ProbeWrites.addFacts(facts, clip.id(), clip.facts().get());
                }
                if (clip.failure().isPresent()) {
                    ProbeWrites.addFailure(failures, clip.id(), clip.failure().get());
                }
                saveVectors(c, clip, pack);
                saveOutlines(c, clip);
                Claims.deleteModels(c, clip.id(), pack);
                Claims.addModels(claims, clip.id(), pack, clip.modelClaims());
            }
        }
        writes.refreshTags(c, saved);
    }

    private static boolean isEmbedded(Connection c, ClipId clip) throws SQLException {
        return new SqlQuery(c, "select count(*) from embedding where clip = ?", clip.value()).number() > 0;
    }

    private static void saveState(Connection c, ListenedClip clip, long pack) throws SQLException {
        new SqlQuery(
                        c,
                        "update clip set state = ?, content_hash = coalesce(?, content_hash),"
                                + " failure_code = null, failure_message = null, failed_at = null where id = ?",
                        clip.state().name(),
                        clip.contentHash().orElse(null),
                        clip.id().value())
                .update();
        new SqlQuery(
                        c,
                        "insert into listening (clip, pack, turn, vocabulary) values (?, ?, ?, ?)"
                                + " on conflict do update set turn = excluded.turn, vocabulary = excluded.vocabulary",
                        clip.id().value(),
                        pack,
                        Writer.next(c, "turn"),
                        TaggingWrites.vocabularyNumber(c, clip.vocabulary()))
                .update();
    }

    private static void saveVectors(Connection c, ListenedClip clip, long pack) throws SQLException {
        if (clip.embedding().isEmpty()) {
            new SqlQuery(
                            c,
                            "delete from embedding where clip = ? and pack = ?",
                            clip.id().value(),
                            pack)
                    .update();
            return;
        }
        Embedding embedding = clip.embedding().get();
        boolean oneSpace = embedding.acoustic() == embedding.joint();
        new SqlQuery(
                        c,
                        "insert into embedding (version, clip, pack, joint, acoustic, window_times, window_joint)"
                                + " values (?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (clip, pack) do update set version = excluded.version,"
                                + " joint = excluded.joint, acoustic = excluded.acoustic,"
                                + " window_times = excluded.window_times, window_joint = excluded.window_joint",
                        Writer.next(c, "embedding"),
                        clip.id().value(),
                        pack,
                        FloatBlobs.toBytes(embedding.joint()),
                        oneSpace ? null : FloatBlobs.toBytes(embedding.acoustic()),
                        WindowBlobs.times(embedding.windows()),
                        WindowBlobs.vectors(embedding.windows()))
                .update();
    }

    private static void saveOutlines(Connection c, ListenedClip clip) throws SQLException {
        if (clip.thumbnail().isPresent()) {
            saveOutline(c, "thumbnail", clip.id(), clip.thumbnail().get().minMax());
        }
        if (clip.playerPeaks().isPresent()) {
            saveOutline(c, "player_peaks", clip.id(), clip.playerPeaks().get().minMax());
        }
    }

    private static void saveOutline(Connection c, String table, ClipId clip, byte[] minMax) throws SQLException {
        new SqlQuery(c, "insert or replace into " + table + " (clip, min_max) values (?, ?)", clip.value(), minMax)
                .update();
    }

    private static Map<ClipId, FileStamp> stamps(Connection c, Collection<ListenedClip> listened) throws SQLException {
        Map<ClipId, FileStamp> stamps = new HashMap<>();
        new SqlQuery(
                        c,
                        "select id, size_bytes, modified_millis from clip where id in (select value from json_each(?))",
                        JsonArrays.ofClips(
                                listened.stream().map(ListenedClip::id).toList()))
                .each(row -> stamps.put(new ClipId(row.getLong(1)), ClipRows.stamp(row)));
        return stamps;
    }
}
