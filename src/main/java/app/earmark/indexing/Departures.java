package app.earmark.indexing;

import app.earmark.library.FileStamp;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ScanCatalog;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.library.SoundLibrary;
import app.earmark.scan.LibraryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks among other libraries for the records of files that are new to one. Only where the other library's disk is in sight
 * has a file that is missing from it been moved; what is missing with its disk may as well have been copied, and keeps its
 * record until a person says otherwise.
 */
final class Departures {

    private final ScanCatalog catalog;
    private final Consumer<String> remarks;

    /** @param remarks takes a sentence about a library that is away and whose sounds seem to be among the new ones */
    Departures(ScanCatalog catalog, Consumer<String> remarks) {
        this.catalog = catalog;
        this.remarks = remarks;
    }

    /** Files of the other libraries that have the stamp of a new one and were taken from their place. */
    List<KnownFile> towards(SoundLibrary library, List<FoundFile> added, List<SoundLibrary> all) {
        Map<FileStamp, List<FoundFile>> stamps = added.stream().collect(Collectors.groupingBy(FoundFile::stamp));
        List<KnownFile> departed = new ArrayList<>();
        for (SoundLibrary other : stamps.isEmpty() ? List.<SoundLibrary>of() : all) {
            if (!other.id().equals(library.id())) {
                List<KnownFile> missing = new ArrayList<>();
                catalog.knownFiles(other.id(), file -> {
                    if (stamps.containsKey(file.stamp()) && Files.notExists(file.path())) {
                        missing.add(file);
                    }
                });
                if (LibraryFolder.diskInSight(other.root())) {
                    departed.addAll(missing);
                } else {
                    remark(other, missing, stamps);
                }
            }
        }
        return departed;
    }

    private void remark(SoundLibrary away, List<KnownFile> missing, Map<FileStamp, List<FoundFile>> stamps) {
        List<Path> places = missing.stream()
                .flatMap(file -> stamps.get(file.stamp()).stream()
                        .flatMap(found -> movedRoot(away, file, found).stream())
                        .limit(1))
                .toList();
        if (!places.isEmpty()) {
            remarks.accept(places.size() + " of the new sounds seem to be from the library " + away.root()
                    + ", which is away. If it was moved, its tags come along with: earmark relocate " + away.root()
                    + " " + places.get(0));
        }
    }

    /** Where the other library would lie now if this file were its one. */
    private static Optional<Path> movedRoot(SoundLibrary away, KnownFile known, FoundFile found) {
        Path below = away.root().relativize(known.path());
        if (!known.path().startsWith(away.root()) || !found.path().endsWith(below)) {
            return Optional.empty();
        }
        Path root = found.path();
        for (int i = 0; i < below.getNameCount(); i++) {
            root = root.getParent();
        }
        return Optional.ofNullable(root);
    }
}
