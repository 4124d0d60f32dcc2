package app.earmark.assembly;

import app.earmark.library.ClipFilter;
import app.earmark.library.SoundLibrary;
import app.earmark.scan.LibraryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Libraries that a person says were moved, and what the disk says to that.
 *
 * @param from absolute folder of a library, or one that held several
 * @param to absolute folder where it is said to be now
 * @param libraries those in {@code from}
 * @param clips how many clips they have
 * @param found how many of them have a file at the new place
 * @param stillThere whether the old place is there with something in it
 */
public record Relocation(Path from, Path to, List<SoundLibrary> libraries, long clips, long found, boolean stillThere) {

    /** Looks at every file's new place. */
    public static Relocation of(Earmark earmark, Path from, Path to) {
        List<SoundLibrary> libraries = earmark.clips().libraries().stream()
                .filter(library -> library.root().startsWith(from))
                .toList();
        long clips = 0;
        long found = 0;
        for (SoundLibrary library : libraries) {
            var recorded = earmark.clips()
                    .findAll(earmark.clips().matching(ClipFilter.below(library.root())))
                    .values();
            clips += recorded.size();
            found += recorded.stream()
                    .filter(clip -> Files.exists(to.resolve(from.relativize(clip.path()))))
                    .count();
        }
        boolean stillThere = Files.isDirectory(from) && LibraryFolder.diskInSight(from);
        return new Relocation(from, to, libraries, clips, found, stillThere);
    }

    /** Where a library of {@link #libraries} will be. */
    public Path newRoot(SoundLibrary library) {
        return to.resolve(from.relativize(library.root()));
    }

    /** Whether most sounds are at the new place. */
    public boolean mostFound() {
        return 2 * found >= clips;
    }

    /** Records the libraries at their new place. */
    public void apply(Earmark earmark) {
        libraries.forEach(library -> earmark.records().relocate(library.id(), newRoot(library)));
    }
}
