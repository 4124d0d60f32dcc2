package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.PackId;
import app.earmark.library.ProbedFile;
import app.earmark.library.ScanCatalog;
import app.earmark.library.SoundLibrary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What scanning reads and writes, over SQLite. */
final class SqlScanCatalog implements ScanCatalog {

    private static final String TASK_OF_LIBRARIES = "select c.id, c.path, c.size_bytes, c.modified_millis from clip c"
            + " where c.library in (select value from json_each(?)) and c.offline = 0";

    private final Readers readers;
    private final Writer writer;
    private final ListingWrites listing;
    private final ProbeWrites probes;
    private final ListeningWrites listening;
    private final TaggingWrites tagging;
    private final RelocationWrites relocation;

    SqlScanCatalog(Readers readers, Writer writer, ClipWrites writes) {
        this.readers = readers;
        this.writer = writer;
        this.listing = new ListingWrites(writes);
        this.probes = new ProbeWrites(writes);
        this.listening = new ListeningWrites(writes);
        this.tagging = new TaggingWrites(writes);
        this.relocation = new RelocationWrites(writes);
    }

    @Override
    public SoundLibrary openLibrary(Path root) {
        Path folder = root.toAbsolutePath().normalize();
        SoundLibrary known = readers.read(c -> LibraryRows.find(c, folder));
        return known != null ? known : writer.call(c -> LibraryRows.open(c, folder));
    }

    @Override
    public void knownFiles(LibraryId library, Consumer<KnownFile> each) {
        readers.read(c -> {
            new SqlQuery(
                            c,
                            "select id, path, size_bytes, modified_millis, state, offline, content_hash from clip"
                                    + " where library = ? order by path",
                            library.value())
                    .each(row -> {
                        Path path = ClipRows.path(row);
                        if (path != null) {
                            each.accept(knownFile(row, path));
                        }
                    });
            return null;
        });
    }

    private static KnownFile knownFile(ResultSet row, Path path) throws SQLException {
        return new KnownFile(
                new ClipId(row.getLong("id")),
                path,
                ClipRows.stamp(row),
                ClipState.valueOf(row.getString("state")),
                row.getBoolean("offline"),
                Optional.ofNullable(row.getString("content_hash")));
    }

    @Override
    public void apply(LibraryId library, ListingChanges changes) {
        if (!changes.equals(ListingChanges.NONE)) {
            writer.run(c -> listing.apply(c, library, changes));
        }
    }

    @Override
    public void markAbsent(LibraryId library, boolean absent) {
        writer.run(c -> new SqlQuery(c, "update library set absent = ? where id = ?", absent ? 1 : 0, library.value())
                .update());
    }

    @Override
    public List<ListenTask> awaitingProbing(Collection<LibraryId> libraries) {
        return tasks(TASK_OF_LIBRARIES + " and c.probe_due = 1 order by c.path", JsonArrays.ofLibraries(libraries));
    }

    @Override
    public void saveContentHashes(Map<ClipId, String> hashes) {
        if (!hashes.isEmpty()) {
            writer.run(c -> {
                try (SqlBatch batch = new SqlBatch(c, "update clip set content_hash = ? where id = ?")) {
                    for (Map.Entry<ClipId, String> hash : hashes.entrySet()) {
                        batch.add(hash.getValue(), hash.getKey().value());
                    }
                }
            });
        }
    }

    @Override
    public void retryFailed(Collection<LibraryId> libraries) {
        writer.run(c -> new SqlQuery(
                        c,
                        "update clip set state = 'LISTED', failure_code = null, failure_message = null,"
                                + " probe_due = (format is null)"
                                + " where state = 'FAILED' and library in (select value from json_each(?))",
                        JsonArrays.ofLibraries(libraries))
                .update());
    }

    @Override
    public void saveProbed(Collection<ProbedFile> probed) {
        if (!probed.isEmpty()) {
            writer.run(c -> probes.save(c, probed));
        }
    }

    @Override
    public List<ListenTask> awaitingListening(Collection<LibraryId> libraries, PackId pack) {
        return tasks(
                TASK_OF_LIBRARIES + " and c.state in ('LISTED', 'EMBEDDED') and not exists (select 1 from listening l"
                        + " join pack p on p.id = l.pack where l.clip = c.id and p.name = ?) order by c.path",
                JsonArrays.ofLibraries(libraries),
                pack.toString());
    }

    @Override
    public List<ListenTask> awaitingRelistening(PackId pack) {
        return readers.read(c -> {
            long number = Claims.knownPackNumber(c, pack);
            return tasks(
                    c,
                    "select c.id, c.path, c.size_bytes, c.modified_millis from clip c join library b on b.id = c.library"
                            + " where c.state = 'EMBEDDED' and c.offline = 0 and b.absent = 0"
                            + " and not exists (select 1 from listening l where l.clip = c.id and l.pack = ?)"
                            + " and exists (select 1 from embedding e where e.clip = c.id) order by c.path",
                    number);
        });
    }

    @Override
    public void saveListened(Collection<ListenedClip> listened) {
        if (!listened.isEmpty()) {
            writer.run(c -> listening.save(c, listened));
        }
    }

    @Override
    public List<TagTask> awaitingTagging(PackId pack, String vocabulary) {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select l.clip, l.turn from listening l join embedding e on e.clip = l.clip and e.pack = l.pack"
                                + " where l.pack = ?"
                                + " and (l.vocabulary is not coalesce((select id from vocabulary where digest = ?), 0)"
                                + " or " + TaggingWrites.SPOKEN_OVER + ") order by l.clip",
                        Claims.knownPackNumber(c, pack),
                        vocabulary)
                .list(row -> new TagTask(new ClipId(row.getLong(1)), row.getLong(2))));
    }

    @Override
    public void saveModelClaims(PackId pack, String vocabulary, Collection<TaggedClip> tagged) {
        if (!tagged.isEmpty()) {
            writer.run(c -> tagging.save(c, pack, vocabulary, tagged));
        }
    }

    @Override
    public void relocate(LibraryId library, Path newRoot) {
        Path folder = newRoot.toAbsolutePath().normalize();
        writer.run(c -> {
            Optional<Path> oldRoot = LibraryRows.all(c).stream()
                    .filter(known -> known.id().equals(library))
                    .map(SoundLibrary::root)
                    .findFirst();
            if (oldRoot.isPresent()) {
                relocation.apply(c, library, oldRoot.get(), folder);
            }
        });
    }

    @Override
    public void forget(Collection<ClipId> clips) {
        writer.run(c -> {
            new SqlQuery(c, "delete from clip where id in (select value from json_each(?))", JsonArrays.ofClips(clips))
                    .update();
            EditRows.removeEmpty(c);
        });
    }

    @Override
    public void forgetLibrary(LibraryId library) {
        writer.run(c -> {
            new SqlQuery(c, "delete from library where id = ?", library.value()).update();
            EditRows.removeEmpty(c);
        });
    }

    private List<ListenTask> tasks(String sql, Object... parameters) {
        return readers.read(c -> tasks(c, sql, parameters));
    }

    private static List<ListenTask> tasks(Connection c, String sql, Object... parameters) throws SQLException {
        return new SqlQuery(c, sql, parameters).list(row -> {
            Path path = ClipRows.path(row);
            return path == null ? null : new ListenTask(new ClipId(row.getLong("id")), path, ClipRows.stamp(row));
        });
    }
}
