package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Stored embeddings. The version is a counter that every written or removed embedding draws from. */
final class SqlEmbeddingCatalog implements EmbeddingCatalog {

    private final Readers readers;

    SqlEmbeddingCatalog(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Optional<Embedding> find(ClipId clip, PackId pack) {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select e.joint, e.acoustic from embedding e join pack p on p.id = e.pack"
                                + " where e.clip = ? and p.name = ?",
                        clip.value(),
                        pack.toString())
                .first(row -> embedding(pack, row.getBytes(1), row.getBytes(2))));
    }

    @Override
    public long count(PackId pack) {
        return readers.read(
                c -> new SqlQuery(c, "select count(*) from embedding where pack = ?", Claims.knownPackNumber(c, pack))
                        .number());
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
                        "select clip, joint, acoustic from embedding where version > ? and pack = ? order by version",
                        version,
                        number)
                .each(row ->
                        sink.accept(new ClipId(row.getLong(1)), embedding(pack, row.getBytes(2), row.getBytes(3))));
        return newest;
    }

    private static Embedding embedding(PackId pack, byte[] joint, byte[] acoustic) {
        float[] jointVector = FloatBlobs.toFloats(joint);
        return new Embedding(pack, jointVector, acoustic == null ? jointVector : FloatBlobs.toFloats(acoustic));
    }
}
