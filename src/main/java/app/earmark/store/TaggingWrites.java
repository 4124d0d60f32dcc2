package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.TaggedClip;
import app.earmark.library.TagClaim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records claims that were made anew from stored embeddings. Most clips' stay the same, and cost next to nothing. */
final class TaggingWrites {

    private final ClipWrites writes;

    TaggingWrites(ClipWrites writes) {
        this.writes = writes;
    }

    void save(Connection c, PackId pack, String vocabulary, Collection<TaggedClip> tagged) throws SQLException {
        long packNumber = Claims.packNumber(c, pack);
        long number = vocabularyNumber(c, vocabulary);
        List<ClipId> ids = tagged.stream().map(clip -> clip.task().id()).toList();
        Map<ClipId, Set<TagClaim>> before = Claims.ofModel(c, ids, packNumber);
        List<ClipId> changed = new ArrayList<>();
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
            }
        }
        writes.refreshTagsAndText(c, changed);
    }

    /** The number this catalogue knows a vocabulary by. */
    static long vocabularyNumber(Connection c, String digest) throws SQLException {
        new SqlQuery(c, "insert into vocabulary (digest) values (?) on conflict do nothing", digest).update();
        return new SqlQuery(c, "select id from vocabulary where digest = ?", digest).number();
    }
}
