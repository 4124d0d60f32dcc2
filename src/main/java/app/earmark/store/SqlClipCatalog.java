package app.earmark.store;

import app.earmark.library.CatalogueCounts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.LabelNames;
import app.earmark.library.PackId;
import app.earmark.library.Peaks;
import app.earmark.library.SoundLibrary;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read side of the catalogue over SQLite. */
final class SqlClipCatalog implements ClipCatalog {

    private static final String OF_IDS = " where clip in (select value from json_each(?))";

    private final Readers readers;
    private final FilterSets filters;
    private final TagPrecedence precedence;

    SqlClipCatalog(Readers readers, FilterSets filters, LabelNames names) {
        this.readers = readers;
        this.filters = filters;
        this.precedence = new TagPrecedence(names);
    }

    @Override
    public Optional<Clip> find(ClipId id) {
        return readers.read(
                c -> new SqlQuery(c, "select " + ClipRows.COLUMNS + " from clip c where c.id = ?", id.value())
                        .first(ClipRows::clip));
    }

    @Override
    public Optional<Clip> findByPath(Path path) {
        return readers.read(
                c -> new SqlQuery(c, "select " + ClipRows.COLUMNS + " from clip c where c.path = ?", path.toString())
                        .first(ClipRows::clip));
    }

    @Override
    public Map<ClipId, Clip> findAll(Collection<ClipId> ids) {
        return byId(
                ids,
                "select c.id as clip, " + ClipRows.COLUMNS
                        + " from clip c where c.id in (select value from json_each(?))",
                ClipRows::clip);
    }

    @Override
    public List<ClipId> matching(ClipFilter filter) {
        FilterSql sql = new FilterSql(filter);
        return readers.read(c -> new SqlQuery(
                        c,
                        "select c.id from clip c where " + sql.condition() + " order by c.library, c.path",
                        sql.parameters().toArray())
                .list(row -> new ClipId(row.getLong(1))));
    }

    @Override
    public long count(ClipFilter filter) {
        return filter.isAll()
                ? readers.read(c -> new SqlQuery(c, "select count(*) from clip").number())
                : readers.readSnapshot(c -> filters.of(c, filter)).cardinality();
    }

    @Override
    public BitSet matchingSet(ClipFilter filter) {
        return (BitSet) readers.readSnapshot(c -> filters.of(c, filter)).clone();
    }

    @Override
    public Map<ClipId, ClipTags> tagsOf(Collection<ClipId> ids) {
        return readers.read(c -> {
            Map<ClipId, ClipTags> result = new HashMap<>();
            Claims.of(c, ids).forEach((id, claims) -> result.put(id, precedence.resolve(claims)));
            return result;
        });
    }

    @Override
    public Map<ClipId, List<TagClaim>> claimsOf(Collection<ClipId> ids) {
        return readers.read(c -> Claims.of(c, ids));
    }

    @Override
    public Map<ClipId, ClipFields> fieldsOf(Collection<ClipId> ids) {
        return fields(ids, OwnFields.VALUES_OF_CLIPS);
    }

    @Override
    public Map<ClipId, ClipFields> ownFieldsOf(Collection<ClipId> ids) {
        return fields(ids, "select clip, field, value from own_field" + OF_IDS);
    }

    @Override
    public Map<ClipId, String> contentHashesOf(Collection<ClipId> ids) {
        return byId(
                ids,
                "select id, content_hash from clip where id in (select value from json_each(?))"
                        + " and content_hash is not null",
                row -> row.getString(2));
    }

    @Override
    public Map<String, List<Clip>> findByContent(Collection<String> hashes) {
        return readers.read(c -> {
            Map<String, List<Clip>> found = new HashMap<>();
            new SqlQuery(
                            c,
                            "select c.content_hash, " + ClipRows.COLUMNS
                                    + " from clip c where c.content_hash in (select value from json_each(?)) order by c.path",
                            JsonArrays.of(hashes))
                    .each(row -> {
                        String hash = row.getString("content_hash");
                        Optional.ofNullable(ClipRows.clip(row))
                                .ifPresent(clip -> found.computeIfAbsent(hash, key -> new ArrayList<>())
                                        .add(clip));
                    });
            return found;
        });
    }

    private Map<ClipId, ClipFields> fields(Collection<ClipId> ids, String sql) {
        return readers.read(c -> {
            Map<ClipId, Map<String, String>> values = new HashMap<>();
            new SqlQuery(c, sql, JsonArrays.ofClips(ids))
                    .each(row -> values.computeIfAbsent(new ClipId(row.getLong(1)), id -> new HashMap<>())
                            .put(row.getString(2), row.getString(3)));
            Map<ClipId, ClipFields> result = new HashMap<>();
            values.forEach((id, fields) -> result.put(id, new ClipFields(fields)));
            return result;
        });
    }

    @Override
    public Map<ClipId, PackId> packsOf(Collection<ClipId> ids) {
        return byId(
                ids,
                "select l.clip, p.name, max(l.turn) from listening l join embedding e using (clip, pack)"
                        + " join pack p on p.id = l.pack where l.clip in (select value from json_each(?)) group by l.clip",
                row -> PackId.parse(row.getString(2)));
    }

    @Override
    public Map<ClipId, Peaks> thumbnailsOf(Collection<ClipId> ids) {
        return byId(ids, "select clip, min_max from thumbnail" + OF_IDS, row -> new Peaks(row.getBytes(2)));
    }

    @Override
    public Optional<Peaks> playerPeaks(ClipId id) {
        return readers.read(c -> new SqlQuery(c, "select min_max from player_peaks where clip = ?", id.value())
                .first(row -> new Peaks(row.getBytes(1))));
    }

    @Override
    public List<SoundLibrary> libraries() {
        return readers.read(LibraryRows::all);
    }

    @Override
    public CatalogueCounts counts() {
        return readers.readSnapshot(CountQueries::counts);
    }

    @Override
    public List<ClipFailure> failures() {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select path, failure_code, failure_message from clip where state = 'FAILED'"
                                + " order by failed_at desc, id desc")
                .list(row -> {
                    Path path = ClipRows.path(row);
                    return path == null ? null : ClipRows.failure(row, path);
                }));
    }

    @Override
    public long revision() {
        return readers.read(c -> new SqlQuery(c, "select value from counter where name = 'revision'").number());
    }

    private <T> Map<ClipId, T> byId(Collection<ClipId> ids, String sql, SqlQuery.RowMapper<T> mapper) {
        return readers.read(c -> {
            Map<ClipId, T> result = new HashMap<>(ids.size() * 2);
            new SqlQuery(c, sql, JsonArrays.ofClips(ids)).each(row -> put(result, row.getLong(1), mapper.map(row)));
            return result;
        });
    }

    private static <T> void put(Map<ClipId, T> result, long id, T value) throws SQLException {
        if (value != null) {
            result.put(new ClipId(id), value);
        }
    }
}
