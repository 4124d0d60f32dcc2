package app.earmark.indexing;

import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ScanCatalog;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.library.SoundLibrary;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.scan.ContentHash;
import app.earmark.scan.FolderWalk;
import app.earmark.scan.LibraryDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Phase one of a scan: walks folders, compares, and records what is different. */
final class LibraryListing {

    private static final int FILES_BETWEEN_REPORTS = 256;

    private final ScanCatalog catalog;
    private final Supplier<List<SoundLibrary>> libraries;
    private final Set<Path> retried;
    private final boolean acceptMissing;
    private final ScanTally tally;
    private final Progress progress;

    /**
     * @param libraries all that are recorded
     * @param retried recorded files whose last failure may have passed
     */
    LibraryListing(
            ScanCatalog catalog,
            Supplier<List<SoundLibrary>> libraries,
            Set<Path> retried,
            boolean acceptMissing,
            ScanTally tally,
            Progress progress) {
        this.catalog = catalog;
        this.libraries = libraries;
        this.retried = retried;
        this.acceptMissing = acceptMissing;
        this.tally = tally;
        this.progress = progress;
    }

    /** Brings the records below the target up to date; empty if there is no such folder and never was. */
    Optional<SoundLibrary> update(ScanTarget target) throws CancelledWork {
        boolean there = Files.isDirectory(target.start());
        if (!there && !target.recorded()) {
            tally.failed(noSuchFolder(target.start()));
            return Optional.empty();
        }
        SoundLibrary library = catalog.openLibrary(target.root());
        List<KnownFile> known = new ArrayList<>();
        catalog.knownFiles(library.id(), known::add);
        if (!there
                && known.stream().noneMatch(file -> target.covers(file.path()))
                && !target.start().equals(target.root())) {
            tally.failed(noSuchFolder(target.start()));
            return Optional.of(library);
        }
        List<FoundFile> found = new ArrayList<>();
        FolderWalk.Unseen unseen = there ? walk(target, found) : new FolderWalk.Unseen(List.of(), List.of());
        LibraryDiff diff = new LibraryDiff(ContentHash.reading(progress));
        LibraryDiff.Comparison comparison = diff.compare(
                known, found, path -> target.covers(path) && !unseen.hides(path), retried::contains, acceptMissing);
        List<KnownFile> departed = new Departures(catalog, tally::remark)
                .towards(library, comparison.changes().added(), libraries.get());
        record(library, known, diff.withArrivals(comparison, departed));
        return Optional.of(library);
    }

    private FolderWalk.Unseen walk(ScanTarget target, List<FoundFile> found) throws CancelledWork {
        FolderWalk.Unseen unseen = new FolderWalk(target.otherRoots()::contains, target.listedElsewhere())
                .walk(target.start(), progress, file -> {
                    found.add(file);
                    tally.found(file.path());
                    if (tally.foundCount() % FILES_BETWEEN_REPORTS == 0) {
                        progress.advanced(tally.foundCount(), 0);
                    }
                });
        progress.advanced(tally.foundCount(), 0);
        unseen.failures().forEach(tally::failed);
        return unseen;
    }

    private void record(SoundLibrary library, List<KnownFile> known, LibraryDiff.Comparison comparison) {
        ListingChanges changes = comparison.changes();
        if (!changes.equals(ListingChanges.NONE)) {
            catalog.apply(library.id(), changes);
        }
        if (library.absent() != comparison.absent()) {
            catalog.markAbsent(library.id(), comparison.absent());
        }
        tally.offline(changes.vanished().size());
        changes.added().forEach(file -> tally.touched(file.path()));
        changes.moved().forEach(file -> tally.touched(file.newPath()));
        Set<ClipId> ids = new HashSet<>(changes.returned());
        changes.changed().forEach(file -> ids.add(file.id()));
        known.stream().filter(file -> ids.contains(file.id())).forEach(file -> tally.touched(file.path()));
        if (comparison.absent()) {
            tally.absent(library, absentSentence(library, comparison.missing()));
        }
    }

    private static String absentSentence(SoundLibrary library, long missing) {
        return "Library \"" + library.name() + "\": " + missing + " files are missing from " + library.root()
                + ", more than 5 % of it, so none was marked offline; connect its disk and scan again, or, if it was moved,"
                + " use earmark relocate, or scan with --accept-missing if they are gone for good.";
    }

    private static ClipFailure noSuchFolder(Path folder) {
        return Files.exists(folder)
                ? new ClipFailure(
                        folder, "NOT_A_FOLDER", "\"" + folder + "\" is not a folder; name the folder it is in.")
                : new ClipFailure(
                        folder,
                        "NO_SUCH_FOLDER",
                        "There is no folder \"" + folder + "\"; check its name, or connect the disk it is on.");
    }
}
