package app.earmark.scan;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;

/** Visits real folders and files; links are put aside. */
final class TreeVisitor extends SimpleFileVisitor<Path> {

    private final Path start;
    private final Path shownAs;
    private final Walk walk;

    /**
     * @param start the real folder
     * @param shownAs the path a person knows it by: {@code start} itself, or a link to it
     */
    TreeVisitor(Path start, Path shownAs, Walk walk) {
        this.start = start;
        this.shownAs = shownAs;
        this.walk = walk;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (walk.progress().isCancelled()) {
            return FileVisitResult.TERMINATE;
        }
        Path shown = shown(folder);
        if (!folder.equals(start) && (isHidden(folder, attributes) || SoundFileNames.isSystemFolder(folder))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (walk.excluded().test(shown) || walk.listedElsewhere().test(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!walk.seen().firstVisitOf(folder, attributes.fileKey())) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!Walk.hasUsableName(folder)) {
            walk.failures().add(WalkFailures.unusableName(shown));
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (walk.progress().isCancelled()) {
            return FileVisitResult.TERMINATE;
        }
        if (isHidden(file, attributes)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            walk.links().add(shown(file));
        } else if (attributes.isRegularFile() && SoundFileNames.isSound(file)) {
            walk.accept(shown(file), attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that can't be opened, or a file whose attributes can't be read. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (!path.equals(start) && SoundFileNames.isHidden(path)) {
            return FileVisitResult.CONTINUE;
        }
        report(path, e);
        return FileVisitResult.CONTINUE;
    }

    /** Also called, with the exception, when the listing of a folder broke off halfway. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        if (e != null) {
            report(folder, e);
        }
        return FileVisitResult.CONTINUE;
    }

    private void report(Path path, IOException e) {
        if (e instanceof NoSuchFileException && !path.equals(start)) {
            return; // deleted while we walked: its records are missing like those of any deleted file
        }
        Path shown = shown(path);
        if (path.equals(start) || Files.isDirectory(path)) {
            walk.unseen().add(shown);
            walk.failures().add(WalkFailures.unreadableFolder(shown, e));
        } else if (SoundFileNames.isSound(path)) {
            walk.unseen().add(shown);
            walk.failures().add(WalkFailures.unreadableFile(shown, e));
        }
    }

    private Path shown(Path path) {
        return start.equals(shownAs) ? path : shownAs.resolve(start.relativize(path));
    }

    private static boolean isHidden(Path path, BasicFileAttributes attributes) {
        return SoundFileNames.isHidden(path) || attributes instanceof DosFileAttributes dos && dos.isHidden();
    }
}
