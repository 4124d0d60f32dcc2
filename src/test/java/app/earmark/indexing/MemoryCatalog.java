package app.earmark.indexing;

import app.earmark.library.AudioFacts;
import app.earmark.library.CatalogueCounts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.PackId;
import app.earmark.library.Peaks;
import app.earmark.library.ProbedFile;
import app.earmark.library.ScanCatalog;
import app.earmark.library.SoundLibrary;
import app.earmark.library.TagClaim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The catalogue's scanning side in memory, with what it was asked to save. */
final class MemoryCatalog implements ScanCatalog, ClipCatalog {

    static final class Row {
        ClipId id;
        LibraryId library;
        Path path;
        FileStamp stamp;
        boolean offline;
        boolean probed;
        ClipState state = ClipState.LISTED;
        Optional<AudioFacts> facts = Optional.empty();
        Optional<String> hash = Optional.empty();
        Optional<ClipFailure> failure = Optional.empty();
        ProbedFile probe;
        ListenedClip listened;
    }

    final Map<ClipId, Row> rows = new TreeMap<>();
    final Map<Path, SoundLibrary> libraries = new LinkedHashMap<>();
    final List<Integer> listenedBatches = new ArrayList<>();
    Consumer<Collection<ListenedClip>> beforeSaveListened = batch -> {};

    Row at(Path path) {
        return rows.values().stream()
                .filter(r -> r.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized SoundLibrary openLibrary(Path root) {
        return libraries.computeIfAbsent(
                root,
                r -> new SoundLibrary(
                        new LibraryId(libraries.size() + 1L), r, r.getFileName().toString(), false, 0));
    }

    @Override
    public synchronized void knownFiles(LibraryId library, Consumer<KnownFile> each) {
        rows.values().stream()
                .filter(r -> r.library.equals(library))
                .forEach(r -> each.accept(new KnownFile(r.id, r.path, r.stamp, r.state, r.offline, r.hash)));
    }

    @Override
    public synchronized void apply(LibraryId library, ListingChanges changes) {
        changes.moved().forEach(m -> {
            Row row = rows.get(m.id());
            row.path = m.newPath();
            row.stamp = m.stamp();
            row.offline = false;
        });
        changes.added().forEach(found -> {
            Row row = new Row();
            row.id = new ClipId(rows.size() + 1L);
            row.library = library;
            row.path = found.path();
            row.stamp = found.stamp();
            rows.put(row.id, row);
        });
        changes.changed().forEach(c -> {
            Row row = rows.get(c.id());
            row.stamp = c.stamp();
            row.offline = false;
            row.probed = false;
            row.state = ClipState.LISTED;
            row.failure = Optional.empty();
            row.hash = Optional.empty();
            row.listened = null;
        });
        changes.vanished().forEach(id -> rows.get(id).offline = true);
        changes.returned().forEach(id -> rows.get(id).offline = false);
    }

    @Override
    public synchronized void markAbsent(LibraryId library, boolean absent) {
        libraries.replaceAll((root, l) ->
                l.id().equals(library) ? new SoundLibrary(l.id(), root, l.name(), absent, l.clipCount()) : l);
    }

    @Override
    public synchronized List<ListenTask> awaitingProbing(Collection<LibraryId> of) {
        return rows.values().stream()
                .filter(r -> of.contains(r.library) && !r.offline && !r.probed)
                .sorted(Comparator.comparing(r -> r.path))
                .map(r -> new ListenTask(r.id, r.path, r.stamp))
                .toList();
    }

    @Override
    public synchronized void saveProbed(Collection<ProbedFile> probed) {
        probed.forEach(p -> {
            Row row = rows.get(p.id());
            row.probed = true;
            row.probe = p;
            row.facts = p.facts();
            row.failure = p.failure();
            row.state = p.failure().isPresent() ? ClipState.FAILED : row.state;
        });
    }

    @Override
    public void retryFailed(Collection<LibraryId> of) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized List<ListenTask> awaitingListening(Collection<LibraryId> of, PackId pack) {
        return rows.values().stream()
                .filter(r -> of.contains(r.library) && !r.offline && r.state != ClipState.FAILED)
                .filter(r -> r.listened == null || !r.listened.pack().equals(pack))
                .sorted(Comparator.comparing(r -> r.path))
                .map(r -> new ListenTask(r.id, r.path, r.stamp))
                .toList();
    }

    @Override
    public List<ListenTask> awaitingRelistening(PackId pack) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void saveListened(Collection<ListenedClip> listened) {
        beforeSaveListened.accept(listened);
        listenedBatches.add(listened.size());
        listened.forEach(l -> {
            Row row = rows.get(l.id());
            row.listened = l;
            row.state = l.state();
            row.failure = l.failure();
            row.hash = l.contentHash();
        });
    }

    @Override
    public List<TagTask> awaitingTagging(PackId pack, String vocabulary) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveModelClaims(PackId pack, String vocabulary, Collection<TaggedClip> tagged) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Collection<ClipId> clips) {
        throw new AssertionError("a scan never forgets");
    }

    @Override
    public void relocate(LibraryId library, Path newRoot) {
        throw new AssertionError("a scan never relocates");
    }

    @Override
    public void forgetLibrary(LibraryId library) {
        throw new AssertionError("a scan never forgets");
    }

    @Override
    public synchronized List<SoundLibrary> libraries() {
        return List.copyOf(libraries.values());
    }

    @Override
    public synchronized List<ClipFailure> failures() {
        return rows.values().stream().flatMap(r -> r.failure.stream()).toList();
    }

    @Override
    public Optional<Clip> find(ClipId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Clip> findByPath(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, Clip> findAll(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ClipId> matching(ClipFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, ClipTags> tagsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, List<TagClaim>> claimsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, ClipFields> fieldsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, PackId> packsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, Peaks> thumbnailsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Peaks> playerPeaks(ClipId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CatalogueCounts counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long revision() {
        throw new UnsupportedOperationException();
    }
}
