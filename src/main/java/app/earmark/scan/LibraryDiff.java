package app.earmark.scan;

import app.earmark.library.ClipId;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.ChangedFile;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ListingChanges.MovedFile;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.progress.CancelledWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Compares what is recorded of a library with what a walk found in it.
 *
 * <p>Nothing is ever deleted. Files that are gone are marked offline, unless they are more than {@link
 * #LARGEST_MISSING_SHARE} of the library: then a disk is more likely to be unplugged than that many sounds deleted, and
 * none is marked.
 */
public final class LibraryDiff {

    /** Share of a library's online files that may be missing before the library as a whole counts as absent. */
    public static final double LARGEST_MISSING_SHARE = 0.05;

    private final ContentHash hash;

    /** @param hash asked only for new files that have the size of a vanished one */
    public LibraryDiff(ContentHash hash) {
        this.hash = hash;
    }

    /**
     * @param known every recorded file of the library
     * @param found the files the walk saw
     * @param looked whether the walk looked at the place of a recorded path; others are left as they are
     * @param retried whether a recorded file is to be taken anew although its stamp is the same
     * @param acceptMissing marks missing files offline however many they are
     */
    public Comparison compare(
            Collection<KnownFile> known,
            Collection<FoundFile> found,
            Predicate<Path> looked,
            Predicate<Path> retried,
            boolean acceptMissing)
            throws CancelledWork {
        Map<Path, KnownFile> recorded = new HashMap<>();
        known.forEach(file -> recorded.put(file.path(), file));
        List<FoundFile> unrecorded = new ArrayList<>();
        List<ChangedFile> changed = new ArrayList<>();
        List<ClipId> returned = new ArrayList<>();
        for (FoundFile file : found) {
            KnownFile record = recorded.remove(file.path());
            if (record == null) {
                unrecorded.add(file);
            } else if (!record.stamp().equals(file.stamp()) || retried.test(file.path())) {
                changed.add(new ChangedFile(record.id(), file.stamp()));
            } else if (record.offline()) {
                returned.add(record.id());
            }
        }
        unrecorded.sort(Comparator.comparing(FoundFile::path)); // whatever order the disk listed them in
        List<KnownFile> gone = recorded.values().stream()
                .filter(file -> looked.test(file.path()))
                .toList();
        MoveSearch.Result moves = new MoveSearch(gone, hash).match(unrecorded);
        List<MovedFile> moved = moves.moved();
        List<ClipId> missing = moves.stillGone().stream()
                .filter(file -> !file.offline())
                .map(KnownFile::id)
                .sorted()
                .toList();
        long online = known.stream().filter(file -> !file.offline()).count();
        boolean absent = !acceptMissing && missing.size() > LARGEST_MISSING_SHARE * online;
        ListingChanges changes =
                new ListingChanges(moves.stillNew(), changed, moved, absent ? List.of() : missing, returned);
        return new Comparison(changes, absent, missing.size());
    }

    /**
     * Takes new files for those that left other libraries: a root that was renamed, a disk under another letter, a file put
     * elsewhere. The time must be the same too, which a move keeps and a plain copy does not.
     *
     * @param departed recorded files of other libraries that were taken from where they were
     */
    public Comparison withArrivals(Comparison comparison, List<KnownFile> departed) throws CancelledWork {
        ListingChanges changes = comparison.changes();
        MoveSearch.Result arrivals = new MoveSearch(departed, hash).match(changes.added());
        List<MovedFile> moved = new ArrayList<>(changes.moved());
        moved.addAll(arrivals.moved());
        return new Comparison(
                new ListingChanges(
                        arrivals.stillNew(), changes.changed(), moved, changes.vanished(), changes.returned()),
                comparison.absent(),
                comparison.missing());
    }

    /**
     * @param changes what to record
     * @param absent whether too much is missing for anything to be marked
     * @param missing recorded files that are gone, marked or not
     */
    public record Comparison(ListingChanges changes, boolean absent, long missing) {}
}
