package app.earmark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.FileStamp;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.ChangedFile;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ListingChanges.MovedFile;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.progress.CancelledWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LibraryDiffProperties {

    /** A file: few paths, sizes, times and contents, so that collisions of all kinds happen. */
    record FileCase(String path, long size, long time, String content, boolean offline, boolean hashed) {}

    @Property
    void everyClipIsInAtMostOneListAndEveryFoundFileIsAccountedFor(
            @ForAll("files") List<FileCase> before, @ForAll("files") List<FileCase> now, @ForAll boolean acceptMissing)
            throws CancelledWork {
        List<KnownFile> known = known(before);
        Map<Path, FileCase> there = byPath(now);

        LibraryDiff.Comparison comparison = compare(known, there, acceptMissing);
        ListingChanges changes = comparison.changes();

        List<ClipId> ids = new ArrayList<>(changes.vanished());
        ids.addAll(changes.returned());
        changes.changed().stream().map(ChangedFile::id).forEach(ids::add);
        changes.moved().stream().map(MovedFile::id).forEach(ids::add);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(known).extracting(KnownFile::id).containsAll(ids);

        Set<Path> afterwards = new HashSet<>();
        Set<ClipId> moved = new HashSet<>();
        changes.moved().forEach(m -> {
            moved.add(m.id());
            assertThat(afterwards.add(m.newPath())).isTrue();
        });
        changes.added().forEach(a -> assertThat(afterwards.add(a.path())).isTrue());
        known.stream().filter(k -> !moved.contains(k.id())).forEach(k -> assertThat(afterwards.add(k.path()))
                .as("no two clips claim a path")
                .isTrue());
        assertThat(afterwards).containsAll(there.keySet());
    }

    @Property
    void marksAFileOnlyIfItIsGoneAndWasOnline(
            @ForAll("files") List<FileCase> before, @ForAll("files") List<FileCase> now, @ForAll boolean acceptMissing)
            throws CancelledWork {
        List<KnownFile> known = known(before);
        Map<Path, FileCase> there = byPath(now);

        LibraryDiff.Comparison comparison = compare(known, there, acceptMissing);

        Set<ClipId> vanished = new HashSet<>(comparison.changes().vanished());
        assertThat(known)
                .filteredOn(file -> vanished.contains(file.id()))
                .allMatch(file -> !file.offline() && !there.containsKey(file.path()));
        long online = known.stream().filter(file -> !file.offline()).count();
        assertThat(vanished.size()).isLessThanOrEqualTo((int) (acceptMissing ? online : online / 20));
        assertThat(comparison.absent()).isEqualTo(!acceptMissing && comparison.missing() * 20 > online);
    }

    @Property
    void findsNothingToDoWhenNothingHappened(@ForAll("files") List<FileCase> files) throws CancelledWork {
        List<FileCase> online = files.stream()
                .map(f -> new FileCase(f.path(), f.size(), f.time(), f.content(), false, f.hashed()))
                .toList();

        LibraryDiff.Comparison comparison = compare(known(online), byPath(online), false);

        assertThat(comparison.changes()).isEqualTo(ListingChanges.NONE);
        assertThat(comparison.absent()).isFalse();
    }

    @Property
    void aSecondScanOfTheSameStateFindsNothingMore(
            @ForAll("files") List<FileCase> before, @ForAll("files") List<FileCase> now) throws CancelledWork {
        List<KnownFile> known = known(before);
        Map<Path, FileCase> there = byPath(now);
        ListingChanges first = compare(known, there, true).changes();

        ListingChanges second = compare(apply(known, first), there, true).changes();

        assertThat(second).isEqualTo(ListingChanges.NONE);
    }

    private static List<KnownFile> apply(List<KnownFile> known, ListingChanges changes) {
        Map<ClipId, KnownFile> after = new TreeMap<>();
        known.forEach(k -> after.put(k.id(), k));
        changes.changed()
                .forEach(c -> after.computeIfPresent(
                        c.id(), (id, k) -> new KnownFile(id, k.path(), c.stamp(), k.state(), false, Optional.empty())));
        changes.moved()
                .forEach(m -> after.computeIfPresent(
                        m.id(),
                        (id, k) -> new KnownFile(id, m.newPath(), m.stamp(), k.state(), false, k.contentHash())));
        changes.vanished()
                .forEach(v -> after.computeIfPresent(
                        v, (id, k) -> new KnownFile(id, k.path(), k.stamp(), k.state(), true, k.contentHash())));
        changes.returned()
                .forEach(r -> after.computeIfPresent(
                        r, (id, k) -> new KnownFile(id, k.path(), k.stamp(), k.state(), false, k.contentHash())));
        long next = 1000;
        for (FoundFile added : changes.added()) {
            ClipId id = new ClipId(next++);
            after.put(id, new KnownFile(id, added.path(), added.stamp(), ClipState.LISTED, false, Optional.empty()));
        }
        return List.copyOf(after.values());
    }

    private static LibraryDiff.Comparison compare(
            List<KnownFile> known, Map<Path, FileCase> there, boolean acceptMissing) throws CancelledWork {
        List<FoundFile> found = there.entrySet().stream()
                .map(e -> new FoundFile(e.getKey(), stamp(e.getValue())))
                .toList();
        return new LibraryDiff(file -> there.get(file).content())
                .compare(known, found, path -> true, path -> false, acceptMissing);
    }

    private static List<KnownFile> known(List<FileCase> files) {
        List<KnownFile> known = new ArrayList<>();
        byPath(files)
                .forEach((path, file) -> known.add(new KnownFile(
                        new ClipId(known.size() + 1L),
                        path,
                        stamp(file),
                        file.hashed() ? ClipState.EMBEDDED : ClipState.LISTED,
                        file.offline(),
                        file.hashed() ? Optional.of(file.content()) : Optional.empty())));
        return known;
    }

    private static FileStamp stamp(FileCase file) {
        return new FileStamp(file.size(), file.time());
    }

    private static Map<Path, FileCase> byPath(List<FileCase> files) {
        Map<Path, FileCase> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(Path.of("/sounds", file.path()), file));
        return byPath;
    }

    @Provide
    Arbitrary<List<FileCase>> files() {
        Arbitrary<String> paths = Combinators.combine(
                        Arbitraries.of("a", "b", "c/d"), Arbitraries.integers().between(0, 12))
                .as((folder, number) -> folder + "/" + number + ".wav");
        return Combinators.combine(
                        paths,
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.of("x", "y", "z"),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, false))
                .as(FileCase::new)
                .list()
                .ofMaxSize(40);
    }
}
