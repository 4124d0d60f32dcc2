package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.TaggedClip;
import app.earmark.library.TagClaim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records claims that were made anew from stored embeddings. Most clips' stay the same, and cost next to nothing. */
final class TaggingWrites {

    /** Another pack has listened to the clip since {@code l} did, so its claims count. */
    static final String SPOKEN_OVER =
            "exists (select 1 from listening o where o.clip = l.clip and o.pack <> l.pack and o.turn > l.turn)";

    private final ClipWrites writes;

    TaggingWrites(ClipWrites writes) {
        this.writes = writes;
    }

    void save(Connection c, PackId pack, String vocabulary, Collection<TaggedClip> tagged) throws SQLException {
        long packNumber = Claims.packNumber(c, pack);
        long number = vocabularyNumber(c, vocabulary);
        List<ClipId> ids = tagged.stream().map(clip -> clip.task().id()).toList();
        Map<ClipId, Set<TagClaim>> before = Claims.ofModel(c, ids, packNumber);
        Set<ClipId> changed = new LinkedHashSet<>();
        try (SqlBatch claims = Claims.insertion(c)) {
            for (TaggedClip clip : tagged) {
                ClipId id = clip.task().id();
                boolean current = new SqlQuery(
                                        c,
                                        "update listening set vocabulary = ? where clip = ? and pack = ? and turn = ?",
                                        number,
                                        id.value(),
                                        packNumber,
                                        clip.task().turn())
                                .update()
                        > 0;
                if (current && !before.getOrDefault(id, Set.of()).equals(new HashSet<>(clip.modelClaims()))) {
                    Claims.deleteModels(c, id, packNumber);
                    Claims.addModels(claims, id, packNumber, clip.modelClaims());
                    changed.add(id);
                }
                if (current && takesTheWord(c, id, packNumber)) {
                    changed.add(id);
                }
            }
        }
        writes.refreshTags(c, changed);
    }

    /** Makes this pack's claims the ones that count, if another pack's did. */
    private static boolean takesTheWord(Connection c, ClipId clip, long pack) throws SQLException {
        boolean spokenOver = new SqlQuery(
                                c,
                                "select count(*) from listening l where l.clip = ? and l.pack = ? and " + SPOKEN_OVER,
                                clip.value(),
                                pack)
                        .number()
                > 0;
        if (spokenOver) {
            new SqlQuery(
                            c,
                            "update listening set turn = ? where clip = ? and pack = ?",
                            Writer.next(c, "turn"),
                            clip.value(),
                            pack)
                    .update();
        }
        return spokenOver;
    }

    /** The number this catalogue knows a vocabulary by. */
    static long vocabularyNumber(Connection c, String digest) throws SQLException {
        new SqlQuery(c, "insert into vocabulary (digest) values (?) on conflict do nothing", digest).update();
        return new SqlQuery(c, "select id from vocabulary where digest = ?", digest).number();
    }
}
