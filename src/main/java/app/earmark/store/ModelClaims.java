package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LabelNames;
import app.earmark.library.PackId;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What models claim about labels, all over the catalogue. */
final class ModelClaims {

    private ModelClaims() {}

    /**
     * Removes all models' claims to these labels, unless they are CatIDs, which need no taxonomy; the clips are due for
     * tagging again, should the labels come back.
     *
     * @param keys as in column {@code label_key}
     * @return the clips that lost one
     */
    static List<ClipId> removeOwn(Connection c, Collection<String> keys, LabelNames names) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<ClipId> clips = new LinkedHashSet<>();
        Set<String> own = new LinkedHashSet<>();
        new SqlQuery(
                        c,
                        "select clip, label_key, label from tag_claim where source = 'model'"
                                + " and label_key in (select value from json_each(?))",
                        JsonArrays.of(keys))
                .each(row -> {
                    if (!names.isCatId(row.getString(3))) {
                        clips.add(new ClipId(row.getLong(1)));
                        own.add(row.getString(2));
                    }
                });
        if (!clips.isEmpty()) {
            String ids = JsonArrays.ofClips(clips);
            new SqlQuery(
                            c,
                            "delete from tag_claim where source = 'model' and clip in (select value from json_each(?))"
                                    + " and label_key in (select value from json_each(?))",
                            ids,
                            JsonArrays.of(own))
                    .update();
            new SqlQuery(
                            c,
                            "update listening set vocabulary = null where clip in (select value from json_each(?))",
                            ids)
                    .update();
        }
        return List.copyOf(clips);
    }

    /**
     * Replaces what one pack's model claims about one label.
     *
     * @param of whose claims are replaced; all clips' if empty
     * @param claims what it claims now; clips that the pack has not listened to are passed over
     * @return the clips whose claim differs
     */
    static List<ClipId> replace(
            Connection c, PackId pack, String label, Optional<Collection<ClipId>> of, Map<ClipId, TagClaim> claims)
            throws SQLException {
        long number = Claims.knownPackNumber(c, pack);
        String key = TagPrecedence.keyOf(label);
        Map<ClipId, TagClaim> before = before(c, number, key, of);
        Set<ClipId> wanted = new LinkedHashSet<>(claims.keySet());
        of.ifPresent(wanted::retainAll);
        Set<ClipId> listened = new HashSet<>(new SqlQuery(
                        c,
                        "select clip from listening where pack = ? and clip in (select value from json_each(?))",
                        number,
                        JsonArrays.ofClips(wanted))
                .list(row -> new ClipId(row.getLong(1))));
        List<ClipId> changed = new ArrayList<>();
        try (SqlBatch insertion = Claims.insertion(c);
                SqlBatch deletion = new SqlBatch(
                        c,
                        "delete from tag_claim where clip = ? and source = 'model' and pack = ? and label_key = ?")) {
            for (ClipId clip : wanted) {
                TagClaim claim = claims.get(clip);
                if (claim.source() != TagSource.MODEL
                        || !TagPrecedence.keyOf(claim.label()).equals(key)) {
                    throw new IllegalArgumentException("not a model's claim to " + label + ": " + claim);
                }
                if (listened.contains(clip) && !claim.equals(before.get(clip))) {
                    Claims.add(insertion, clip, number, claim);
                    changed.add(clip);
                }
            }
            for (ClipId clip : before.keySet()) {
                if (!claims.containsKey(clip)) {
                    deletion.add(clip.value(), number, key);
                    changed.add(clip);
                }
            }
        }
        return changed;
    }

    private static Map<ClipId, TagClaim> before(Connection c, long pack, String key, Optional<Collection<ClipId>> of)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(pack, key));
        of.ifPresent(clips -> parameters.add(JsonArrays.ofClips(clips)));
        Map<ClipId, TagClaim> before = new HashMap<>();
        new SqlQuery(
                        c,
                        "select clip, label, source, score, asserted, probability from tag_claim"
                                + " where source = 'model' and pack = ? and label_key = ?"
                                + (of.isPresent() ? " and clip in (select value from json_each(?))" : ""),
                        parameters.toArray())
                .each(row -> before.put(new ClipId(row.getLong(1)), Claims.claim(row)));
        return before;
    }
}
