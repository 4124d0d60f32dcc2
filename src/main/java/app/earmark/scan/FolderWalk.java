package app.earmark.scan;

import app.earmark.library.ClipFailure;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lists the sound files below a folder, each once.
 *
 * <p>Real folders come first; symbolic links are followed afterwards, and only to what was not seen yet, so that a loop
 * ends and a file reachable in several ways is listed under its own path. Hidden files and folders, and those that
 * systems and archives leave behind, are passed over. What can't be read is reported and the walk goes on.
 */
public final class FolderWalk {

    private final Predicate<Path> excluded;
    private final Predicate<Path> listedElsewhere;

    public FolderWalk() {
        this(folder -> false, real -> false);
    }

    /**
     * @param excluded folders that are left out with everything below them, such as the roots of other libraries
     * @param listedElsewhere real paths that have a record of their own, so that no link leads to them: when a part of a
     *     library is walked, the rest of it
     */
    public FolderWalk(Predicate<Path> excluded, Predicate<Path> listedElsewhere) {
        this.excluded = excluded;
        this.listedElsewhere = listedElsewhere;
    }

    /**
     * Walks the folder and hands over each sound file as it is found, in no particular order.
     *
     * @param root absolute path of a folder; its own name may be hidden
     * @param found receives every sound file
     * @return what the walk could not see
     * @throws CancelledWork when the person asked to stop
     */
    public Unseen walk(Path root, Progress progress, Consumer<FoundFile> found) throws CancelledWork {
        Walk walk = new Walk(excluded, listedElsewhere, found, progress);
        walkTree(root, walk);
        for (Path link = walk.links().poll(); link != null; link = walk.links().poll()) {
            follow(link, walk);
        }
        return new Unseen(List.copyOf(walk.unseen()), List.copyOf(walk.failures()));
    }

    /** Whether a walk would list this folder or file under its own path: neither hidden nor left behind by a system. */
    public static boolean isVisible(Path relative) {
        for (Path name : relative) {
            if (SoundFileNames.isHidden(name) || SoundFileNames.isSystemFolder(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOwnRecord(Path target, Walk walk) {
        return SoundFileNames.isSound(target) && walk.listedElsewhere().test(target);
    }

    private static void follow(Path link, Walk walk) throws CancelledWork {
        if (Files.isDirectory(link)) {
            walkTree(link, walk);
            return;
        }
        if (!SoundFileNames.isSound(link)) {
            return;
        }
        try {
            BasicFileAttributes target = Files.readAttributes(link, BasicFileAttributes.class);
            if (target.isRegularFile()
                    && !hasOwnRecord(link.toRealPath(), walk)
                    && walk.seen().firstVisitOfLinked(link)) {
                walk.accept(link, target);
            }
        } catch (IOException e) {
            walk.failures().add(WalkFailures.brokenLink(link));
        }
    }

    private static void walkTree(Path folder, Walk walk) throws CancelledWork {
        try {
            Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            Files.walkFileTree(start, new TreeVisitor(start, folder, walk));
        } catch (IOException e) {
            walk.unseen().add(folder);
            walk.failures().add(WalkFailures.unreadableFolder(folder, e));
        }
        walk.progress().throwIfCancelled();
    }

    /**
     * What a walk could not look at.
     *
     * @param places folders (and files) whose content is unknown: nothing recorded below them counts as missing
     * @param failures a sentence for each
     */
    public record Unseen(List<Path> places, List<ClipFailure> failures) {

        /** Whether the path lies in a place the walk could not look at. */
        public boolean hides(Path path) {
            return places.stream().anyMatch(path::startsWith);
        }
    }
}
