package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.PackId;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads and replaces what sources say about clips. */
final class Claims {

    static final long NO_PACK = 0;

    private Claims() {}

    /** All claims that count: of several packs, only those of the one that listened last. */
    static Map<ClipId, List<TagClaim>> of(Connection c, Collection<ClipId> ids) throws SQLException {
        String json = JsonArrays.ofClips(ids);
        Map<Long, Long> latest = latestPacks(c, json);
        Map<ClipId, List<TagClaim>> claims = new HashMap<>();
        new SqlQuery(
                        c,
                        "select clip, label, source, score, asserted, probability, pack from tag_claim"
                                + " where clip in (select value from json_each(?))",
                        json)
                .each(row -> {
                    long pack = row.getLong(7);
                    if (pack == NO_PACK || latest.getOrDefault(row.getLong(1), NO_PACK) == pack) {
                        claims.computeIfAbsent(new ClipId(row.getLong(1)), id -> new ArrayList<>())
                                .add(claim(row));
                    }
                });
        return claims;
    }

    private static Map<Long, Long> latestPacks(Connection c, String clips) throws SQLException {
        Map<Long, Long> latest = new HashMap<>();
        new SqlQuery(
                        c,
                        "select clip, pack from listening where clip in (select value from json_each(?)) order by turn",
                        clips)
                .each(row -> latest.put(row.getLong(1), row.getLong(2)));
        return latest;
    }

    static TagClaim claim(ResultSet row) throws SQLException {
        return new TagClaim(
                row.getString(2),
                TagSource.ofCode(row.getString(3)),
                number(row, 4),
                number(row, 6),
                row.getBoolean(5));
    }

    static OptionalDouble number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A batch that takes what {@link #add} adds. */
    static SqlBatch insertion(Connection c) throws SQLException {
        return new SqlBatch(
                c,
                "insert into tag_claim (clip, source, pack, label_key, label, score, probability, asserted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do update set label = excluded.label, score = excluded.score,"
                        + " probability = excluded.probability, asserted = excluded.asserted");
    }

    static void add(SqlBatch insertion, ClipId clip, long pack, TagClaim claim) throws SQLException {
        insertion.add(
                clip.value(),
                claim.source().code(),
                pack,
                TagPrecedence.keyOf(claim.label()),
                claim.label().strip(),
                orNull(claim.score()),
                orNull(claim.probability()),
                claim.asserted() ? 1 : 0);
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    static void deleteModels(Connection c, ClipId clip, long pack) throws SQLException {
        new SqlQuery(c, "delete from tag_claim where source = 'model' and clip = ? and pack = ?", clip.value(), pack)
                .update();
    }

    /** Adds claims that can only be a model's. */
    static void addModels(SqlBatch insertion, ClipId clip, long pack, Collection<TagClaim> claims) throws SQLException {
        for (TagClaim claim : claims) {
            if (claim.source() != TagSource.MODEL) {
                throw new IllegalArgumentException("a model makes no claims of source " + claim.source());
            }
            add(insertion, clip, pack, claim);
        }
    }

    /** What one pack's model claims. */
    static Map<ClipId, Set<TagClaim>> ofModel(Connection c, Collection<ClipId> ids, long pack) throws SQLException {
        Map<ClipId, Set<TagClaim>> claims = new HashMap<>();
        new SqlQuery(
                        c,
                        "select clip, label, source, score, asserted, probability from tag_claim"
                                + " where clip in (select value from json_each(?)) and source = 'model' and pack = ?",
                        JsonArrays.ofClips(ids),
                        pack)
                .each(row -> claims.computeIfAbsent(new ClipId(row.getLong(1)), id -> new HashSet<>())
                        .add(claim(row)));
        return claims;
    }

    /** The number this catalogue knows a pack by. */
    static long packNumber(Connection c, PackId pack) throws SQLException {
        new SqlQuery(c, "insert into pack (name) values (?) on conflict do nothing", pack.toString()).update();
        return knownPackNumber(c, pack);
    }

    /** 0 for a pack this catalogue never met. */
    static long knownPackNumber(Connection c, PackId pack) throws SQLException {
        return new SqlQuery(c, "select id from pack where name = ?", pack.toString()).number();
    }
}
