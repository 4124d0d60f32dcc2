package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored embeddings. The version is a counter that every written or removed embedding draws from. */
final class SqlEmbeddingCatalog implements EmbeddingCatalog {

    private static final String VECTORS = "e.clip, e.joint, e.acoustic, e.window_times, e.window_joint";

    private static final String CLIPS_BY_PACK = "select pack, count(*) as clips from embedding group by pack";
    private static final String REACHABLE_BY_PACK =
            "select e.pack, count(*) as clips, sum(c.offline = 0 and l.absent = 0) as there from embedding e"
                    + " join clip c on c.id = e.clip join library l on l.id = c.library group by e.pack";

    private final Readers readers;

    SqlEmbeddingCatalog(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Optional<Embedding> find(ClipId clip, PackId pack) {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select " + VECTORS + " from embedding e where e.clip = ? and e.pack = ?",
                        clip.value(),
                        Claims.knownPackNumber(c, pack))
                .first(row -> embedding(pack, row)));
    }

    @Override
    public Map<ClipId, Embedding> findAll(Collection<ClipId> clips, PackId pack) {
        return readers.read(c -> {
            Map<ClipId, Embedding> found = new HashMap<>();
            new SqlQuery(
                            c,
                            "select " + VECTORS + " from embedding e"
                                    + " where e.clip in (select value from json_each(?)) and e.pack = ?",
                            JsonArrays.ofClips(clips),
                            Claims.knownPackNumber(c, pack))
                    .each(row -> found.put(new ClipId(row.getLong(1)), embedding(pack, row)));
            return found;
        });
    }

    @Override
    public long count(PackId pack) {
        return readers.read(
                c -> new SqlQuery(c, "select count(*) from embedding where pack = ?", Claims.knownPackNumber(c, pack))
                        .number());
    }

    /** Multiples of an odd number, cut to 32 bits, lie evenly wherever the numbers of the clips do. */
    @Override
    public List<ClipId> some(PackId pack, int most) {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select clip from embedding where pack = ?"
                                + " order by ((clip & 2147483647) * 2654435761) & 4294967295 limit ?",
                        Claims.knownPackNumber(c, pack),
                        most)
                .list(row -> new ClipId(row.getLong(1))));
    }

    /** Which files are there matters only where packs have to be compared, and costs a look at every clip. */
    @Override
    public Map<PackId, Coverage> coverage() {
        return readers.readSnapshot(c -> {
            Map<PackId, Coverage> coverage = new HashMap<>();
            new SqlQuery(c, "select p.name, n.clips from pack p join (" + CLIPS_BY_PACK + ") n on n.pack = p.id")
                    .each(row ->
                            coverage.put(PackId.parse(row.getString(1)), new Coverage(row.getLong(2), row.getLong(2))));
            if (coverage.size() > 1) {
                new SqlQuery(
                                c,
                                "select p.name, n.clips, n.there from pack p join (" + REACHABLE_BY_PACK
                                        + ") n on n.pack = p.id")
                        .each(row -> coverage.put(
                                PackId.parse(row.getString(1)), new Coverage(row.getLong(2), row.getLong(3))));
            }
            return coverage;
        });
    }

    @Override
    public long readSince(PackId pack, long version, Sink sink) {
        return readers.readSnapshot(c -> readSince(c, pack, version, sink));
    }

    private static long readSince(Connection c, PackId pack, long version, Sink sink) throws SQLException {
        long number = Claims.knownPackNumber(c, pack);
        long newest = new SqlQuery(c, "select value from counter where name = 'embedding'").number();
        new SqlQuery(c, "select clip from embedding_removed where version > ? and pack = ?", version, number)
                .each(row -> sink.removed(new ClipId(row.getLong(1))));
        new SqlQuery(
                        c,
                        "select " + VECTORS + " from embedding e where e.version > ? and e.pack = ? order by e.version",
                        version,
                        number)
                .each(row -> sink.accept(new ClipId(row.getLong(1)), embedding(pack, row)));
        return newest;
    }

    /** @param row begins with the columns of {@link #VECTORS} */
    private static Embedding embedding(PackId pack, ResultSet row) throws SQLException {
        float[] joint = FloatBlobs.toFloats(row.getBytes(2));
        byte[] acoustic = row.getBytes(3);
        return new Embedding(
                pack,
                joint,
                acoustic == null ? joint : FloatBlobs.toFloats(acoustic),
                WindowBlobs.windows(row.getBytes(4), row.getBytes(5)));
    }
}
