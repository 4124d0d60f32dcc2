package app.earmark.scan;

import app.earmark.library.ClipFailure;
import app.earmark.library.FileStamp;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The state of one walk.
 *
 * @param listedElsewhere real paths that links are not followed to
 * @param links symbolic links still to be followed
 * @param unseen folders and files whose content stays unknown
 */
record Walk(
        Predicate<Path> excluded,
        Predicate<Path> listedElsewhere,
        Consumer<FoundFile> found,
        Progress progress,
        Seen seen,
        Queue<Path> links,
        List<ClipFailure> failures,
        List<Path> unseen) {

    Walk(Predicate<Path> excluded, Predicate<Path> listedElsewhere, Consumer<FoundFile> found, Progress progress) {
        this(
                excluded,
                listedElsewhere,
                found,
                progress,
                new Seen(),
                new ArrayDeque<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    void accept(Path file, BasicFileAttributes attributes) {
        if (hasUsableName(file)) {
            FileStamp stamp = new FileStamp(
                    attributes.size(), attributes.lastModifiedTime().toMillis());
            found.accept(new FoundFile(file, stamp));
        } else {
            failures.add(WalkFailures.unusableName(file));
        }
    }

    /**
     * Whether the name survives being written down: bytes that are no text in the system's character set are shown with
     * a substitute, and such a path could be recorded but never opened again.
     */
    static boolean hasUsableName(Path path) {
        String text = path.getFileName() == null ? "" : path.getFileName().toString();
        if (text.chars().allMatch(c -> c < 128)) {
            return true;
        }
        try {
            return Path.of(text).equals(path.getFileName());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Real folders that were walked, and targets of links to files. */
    static final class Seen {
        private final Set<Object> folders = new HashSet<>();
        private final Set<Path> linkedFiles = new HashSet<>();

        /** The key is absent on Windows; there a folder's real path stands for it. */
        boolean firstVisitOf(Path folder, Object fileKey) throws IOException {
            return folders.add(fileKey != null ? fileKey : folder.toRealPath());
        }

        /** False if the link's target was listed already, through its own folder or through another link. */
        boolean firstVisitOfLinked(Path link) throws IOException {
            Path target = link.toRealPath();
            Path folder = target.getParent();
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            boolean listedInItsFolder = folders.contains(key != null ? key : folder)
                    && SoundFileNames.isSound(target)
                    && !SoundFileNames.isHidden(target);
            return !listedInItsFolder && linkedFiles.add(target);
        }
    }
}
