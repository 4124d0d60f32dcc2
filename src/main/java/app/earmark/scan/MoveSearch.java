package app.earmark.scan;

import app.earmark.library.FileStamp;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ListingChanges.MovedFile;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.progress.CancelledWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises vanished files among the new ones: the same bytes, or, for a file that was never read to its end, the same
 * size, name and time. Each file takes part in one move at most; of several copies the one that kept its name is
 * preferred.
 */
final class MoveSearch {

    private final ContentHash hash;
    private final Set<Long> hashedSizes = new HashSet<>();
    private final Map<String, List<KnownFile>> goneByHash = new HashMap<>();
    private final Map<NameAndStamp, List<KnownFile>> goneByName = new HashMap<>();
    private final List<KnownFile> gone;

    private record NameAndStamp(Path name, FileStamp stamp) {
        static NameAndStamp of(Path path, FileStamp stamp) {
            return new NameAndStamp(path.getFileName(), stamp);
        }
    }

    MoveSearch(List<KnownFile> gone, ContentHash hash) {
        this.hash = hash;
        this.gone = gone.stream()
                .sorted(Comparator.comparing(KnownFile::offline).thenComparing(KnownFile::path))
                .toList();
        for (KnownFile file : this.gone) {
            if (file.contentHash().isPresent()) {
                hashedSizes.add(file.stamp().sizeBytes());
                goneByHash
                        .computeIfAbsent(file.contentHash().get(), key -> new ArrayList<>())
                        .add(file);
            } else {
                goneByName
                        .computeIfAbsent(NameAndStamp.of(file.path(), file.stamp()), key -> new ArrayList<>())
                        .add(file);
            }
        }
    }

    Result match(List<FoundFile> unrecorded) throws CancelledWork {
        List<MovedFile> moved = new ArrayList<>();
        List<FoundFile> stillNew = new ArrayList<>();
        Set<KnownFile> matched = new HashSet<>();
        for (FoundFile file : unrecorded) {
            Optional<KnownFile> origin = take(file);
            if (origin.isPresent()) {
                matched.add(origin.get());
                moved.add(new MovedFile(origin.get().id(), file.path(), file.stamp()));
            } else {
                stillNew.add(file);
            }
        }
        List<KnownFile> stillGone =
                gone.stream().filter(file -> !matched.contains(file)).toList();
        return new Result(moved, stillNew, stillGone);
    }

    private Optional<KnownFile> take(FoundFile file) throws CancelledWork {
        List<KnownFile> neverRead = goneByName.getOrDefault(NameAndStamp.of(file.path(), file.stamp()), List.of());
        if (!neverRead.isEmpty()) {
            return Optional.of(neverRead.remove(0));
        }
        if (!hashedSizes.contains(file.stamp().sizeBytes())) {
            return Optional.empty();
        }
        List<KnownFile> copies = read(file).map(goneByHash::get).orElse(null);
        if (copies == null || copies.isEmpty()) {
            return Optional.empty();
        }
        KnownFile origin = copies.stream()
                .filter(known -> known.path().getFileName().equals(file.path().getFileName()))
                .findFirst()
                .orElse(copies.get(0));
        copies.remove(origin);
        return Optional.of(origin);
    }

    /** The probe that follows says what is wrong with a file that can't be read. */
    private Optional<String> read(FoundFile file) throws CancelledWork {
        try {
            return Optional.of(hash.of(file.path()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * @param stillNew new files that are no moved ones
     * @param stillGone vanished files that did not turn up elsewhere
     */
    record Result(List<MovedFile> moved, List<FoundFile> stillNew, List<KnownFile> stillGone) {}
}
