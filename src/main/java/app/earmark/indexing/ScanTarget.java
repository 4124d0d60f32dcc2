package app.earmark.indexing;

import app.earmark.library.SoundLibrary;
import app.earmark.scan.FolderWalk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One folder to look at, as part of a library.
 *
 * @param root root of the library
 * @param start the folder to look at: the root itself or one below it
 * @param recorded whether the catalogue has the library already
 * @param otherRoots roots of other libraries below {@code start}; what lies in them is theirs
 */
record ScanTarget(Path root, Path start, boolean recorded, Set<Path> otherRoots) {

    /**
     * Sorts out which folders belong to which library: a folder inside a library is scanned as part of it, one that
     * another given folder contains is scanned with that one, and libraries inside a given folder are scanned as
     * themselves.
     */
    static List<ScanTarget> of(Collection<Path> folders, Collection<SoundLibrary> libraries) {
        List<Path> roots = libraries.stream()
                .map(SoundLibrary::root)
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .toList();
        Set<Path> starts =
                new TreeSet<>(Comparator.comparingInt(Path::getNameCount).thenComparing(path -> path));
        folders.forEach(folder -> starts.add(placed(folder.toAbsolutePath().normalize(), roots)));
        Set<Path> outermost = new TreeSet<>();
        for (Path start : starts) {
            if (outermost.stream().noneMatch(start::startsWith)) {
                outermost.add(start);
                roots.stream().filter(root -> inside(root, start)).forEach(outermost::add);
            }
        }
        return outermost.stream().map(start -> target(start, roots, outermost)).toList();
    }

    boolean covers(Path path) {
        return path.startsWith(start) && otherRoots.stream().noneMatch(path::startsWith);
    }

    /**
     * Says of a real path whether it is in this library but not below {@link #start}: a scan of the whole library lists it
     * there, under its own path, so a link that leads to it must not list it a second time.
     */
    Predicate<Path> listedElsewhere() {
        if (start.equals(root)) {
            return real -> false;
        }
        Path realRoot = real(root);
        Path realStart = real(start);
        return real -> real.startsWith(realRoot)
                && !real.startsWith(realStart)
                && FolderWalk.isVisible(realRoot.relativize(real));
    }

    private static ScanTarget target(Path start, List<Path> roots, Set<Path> starts) {
        Path root = roots.stream().filter(start::startsWith).findFirst().orElse(start);
        Set<Path> others = Stream.concat(roots.stream(), starts.stream())
                .filter(other -> inside(other, start))
                .collect(Collectors.toSet());
        return new ScanTarget(root, start, roots.contains(root), others);
    }

    /** The folder under the name by which a library knows it, should it be given through a link. */
    private static Path placed(Path folder, List<Path> roots) {
        List<Path> around = roots.stream().filter(folder::startsWith).toList();
        Path real = real(folder);
        for (Path root : around.isEmpty() ? roots : around) {
            Path realRoot = real(root);
            if (real.startsWith(realRoot) && FolderWalk.isVisible(realRoot.relativize(real))) {
                return root.resolve(realRoot.relativize(real)).normalize();
            }
        }
        return folder;
    }

    private static boolean inside(Path path, Path folder) {
        return path.startsWith(folder) && !path.equals(folder);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path; // not there just now: compare it as it is written
        }
    }
}
