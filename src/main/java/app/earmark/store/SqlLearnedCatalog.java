package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.LearnedModel;
import app.earmark.library.PackId;
import app.earmark.library.TagClaim;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was learnt, over SQLite. */
final class SqlLearnedCatalog implements LearnedCatalog {

    private static final String SELECT =
            "select m.kind, m.subject, m.version, m.at_millis, m.explanation, m.content from learned m"
                    + " join pack p on p.id = m.pack where p.name = ?";

    private final Readers readers;
    private final Writer writer;
    private final ClipWrites writes;

    SqlLearnedCatalog(Readers readers, Writer writer, ClipWrites writes) {
        this.readers = readers;
        this.writer = writer;
        this.writes = writes;
    }

    @Override
    public List<LearnedModel> current(PackId pack) {
        return readers.read(c -> new SqlQuery(
                        c,
                        SELECT + " and m.version = (select max(n.version) from learned n where n.pack = m.pack"
                                + " and n.kind = m.kind and n.subject = m.subject) order by m.kind, m.subject",
                        pack.toString())
                .list(row -> model(pack, row)));
    }

    @Override
    public List<LearnedModel> versions(PackId pack, LearnedModel.Kind kind, String subject) {
        return readers.read(c -> newestFirst(c, pack, kind, subject).list(row -> model(pack, row)));
    }

    @Override
    public Optional<LearnedModel> current(PackId pack, LearnedModel.Kind kind, String subject) {
        return readers.read(c -> newestFirst(c, pack, kind, subject).first(row -> model(pack, row)));
    }

    private static SqlQuery newestFirst(Connection c, PackId pack, LearnedModel.Kind kind, String subject) {
        return new SqlQuery(
                c,
                SELECT + " and m.kind = ? and m.subject = ? order by m.version desc",
                pack.toString(),
                code(kind),
                subject);
    }

    @Override
    public Optional<Newest> newest(PackId pack, LearnedModel.Kind kind, String subject) {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select m.version, m.at_millis from learned m join pack p on p.id = m.pack where p.name = ?"
                                + " and m.kind = ? and m.subject = ? order by m.version desc limit 1",
                        pack.toString(),
                        code(kind),
                        subject)
                .first(row -> new Newest(row.getInt("version"), Instant.ofEpochMilli(row.getLong("at_millis")))));
    }

    @Override
    public boolean isEmpty() {
        return readers.read(c -> new SqlQuery(c, "select exists (select 1 from learned)").number() == 0);
    }

    @Override
    public LearnedModel save(LearnedModel model) {
        return writer.call(c -> new SqlQuery(
                        c,
                        "insert into learned (pack, kind, subject, version, at_millis, explanation, content) values"
                                + " (?1, ?2, ?3, (select coalesce(max(version), 0) + 1 from learned"
                                + " where pack = ?1 and kind = ?2 and subject = ?3), ?4, ?5, ?6)"
                                + " returning kind, subject, version, at_millis, explanation, content",
                        Claims.packNumber(c, model.pack()),
                        code(model.kind()),
                        model.subject(),
                        model.at().toEpochMilli(),
                        model.explanation(),
                        model.content())
                .first(row -> model(model.pack(), row))
                .orElseThrow());
    }

    @Override
    public void remove(PackId pack, LearnedModel.Kind kind, String subject) {
        writer.run(c -> new SqlQuery(
                        c,
                        "delete from learned where pack = ? and kind = ? and subject = ?",
                        Claims.knownPackNumber(c, pack),
                        code(kind),
                        subject)
                .update());
    }

    @Override
    public void saveClaims(PackId pack, String label, Map<ClipId, TagClaim> claims) {
        writer.run(c -> writes.refreshTags(c, ModelClaims.replace(c, pack, label, Optional.empty(), claims)));
    }

    @Override
    public void saveClaims(PackId pack, String label, Collection<ClipId> of, Map<ClipId, TagClaim> claims) {
        writer.run(c -> writes.refreshTags(c, ModelClaims.replace(c, pack, label, Optional.of(of), claims)));
    }

    @Override
    public void follow(PackId pack, String before, String now) {
        writer.run(c -> new SqlQuery(
                        c,
                        "update listening set vocabulary = ? where pack = ?"
                                + " and vocabulary = (select id from vocabulary where digest = ?)",
                        TaggingWrites.vocabularyNumber(c, now),
                        Claims.knownPackNumber(c, pack),
                        before)
                .update());
    }

    private static LearnedModel model(PackId pack, ResultSet row) throws SQLException {
        return new LearnedModel(
                pack,
                LearnedModel.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getString(2),
                row.getInt(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getBytes(6));
    }

    private static String code(LearnedModel.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
