package app.earmark.assembly;

import app.earmark.library.ClipFailure;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.scan.FolderWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sound files that a person means by naming files and folders.
 *
 * @param files absolute, in path order within each folder; a file that was named itself is here whatever its name ends in
 * @param failures folders that could not be read
 */
public record FileExpansion(List<Path> files, List<ClipFailure> failures) {

    public static FileExpansion of(Collection<Path> named, Progress progress) throws CancelledWork {
        Set<Path> files = new java.util.LinkedHashSet<>();
        List<ClipFailure> failures = new ArrayList<>();
        for (Path path : named) {
            Path absolute = path.toAbsolutePath().normalize();
            if (Files.isDirectory(absolute)) {
                Set<Path> below = new TreeSet<>();
                failures.addAll(new FolderWalk()
                        .walk(absolute, progress, file -> below.add(file.path()))
                        .failures());
                files.addAll(below);
            } else {
                files.add(absolute);
            }
        }
        return new FileExpansion(List.copyOf(files), List.copyOf(failures));
    }
}
