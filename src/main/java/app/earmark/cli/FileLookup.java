package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.SoundLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the clip that a person means by a path, which may be relative, go through links, or spell an accent in another of
 * Unicode's ways than the file system does.
 */
final class FileLookup {

    private final Earmark earmark;

    FileLookup(Earmark earmark) {
        this.earmark = earmark;
    }

    Optional<Clip> find(Path named) {
        for (Path candidate : candidates(absolute(named))) {
            Optional<Clip> clip = earmark.clips().findByPath(candidate);
            if (clip.isPresent()) {
                return clip;
            }
        }
        return Optional.empty();
    }

    /** The clip of this path; a failure with exit code 3 if the catalogue has none. */
    Clip require(Path named) {
        return find(named)
                .orElseThrow(() -> CommandFailure.notFound(
                        Files.exists(named)
                                ? absolute(named) + " is not in the catalogue; add its folder with: earmark scan FOLDER"
                                : missing(named)));
    }

    /** The path of a recorded file or library, or a folder with any below it; a failure with exit code 3 otherwise. */
    Path requireRecorded(Path named) {
        return recorded(named)
                .orElseThrow(() -> CommandFailure.notFound("The catalogue has nothing at " + absolute(named) + "."));
    }

    /** A folder that was scanned, under its recorded path; a failure with exit code 3 if it was not. */
    Path requireScanned(Path named) {
        return recorded(named).or(() -> emptyFolder(named)).orElseThrow(() -> {
            Path folder = absolute(named);
            return CommandFailure.notFound(
                    Files.isDirectory(folder)
                            ? "Nothing was scanned in " + folder + "; add it with: earmark scan " + folder
                            : "There is no folder " + folder
                                    + ", and nothing of it in the catalogue; add sounds with: earmark scan FOLDER");
        });
    }

    private Optional<Path> recorded(Path named) {
        return candidates(absolute(named)).stream()
                .filter(path -> earmark.clips().findByPath(path).isPresent()
                        || earmark.clips().count(ClipFilter.below(path)) > 0
                        || earmark.clips().libraries().stream()
                                .anyMatch(library -> library.root().startsWith(path)))
                .findFirst();
    }

    private Optional<Path> emptyFolder(Path named) {
        return candidates(absolute(named)).stream()
                .filter(Files::isDirectory)
                .filter(path ->
                        earmark.clips().libraries().stream().anyMatch(library -> path.startsWith(library.root())))
                .findFirst();
    }

    /** Whether the clip's file is away: at the last scan, or, in a library that went as a whole, now. */
    static boolean isAway(Clip clip) {
        return clip.offline() || Files.notExists(clip.path());
    }

    static Path absolute(Path named) {
        return named.toAbsolutePath().normalize();
    }

    /** The absolute path of a file or folder that is there; a failure with exit code 3 if it is not. */
    static Path requireFile(Path named) {
        if (!Files.exists(named)) {
            throw CommandFailure.notFound(missing(named));
        }
        if (!Files.isRegularFile(named) && !Files.isDirectory(named)) {
            throw CommandFailure.couldNot(
                    absolute(named) + " is neither a file nor a folder."); // a pipe would be waited on for ever
        }
        return absolute(named);
    }

    private static String missing(Path named) {
        return "There is no file " + absolute(named) + ".";
    }

    private Set<Path> candidates(Path absolute) {
        Set<Path> candidates = new LinkedHashSet<>();
        candidates.add(absolute);
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
            candidates.add(Path.of(Normalizer.normalize(absolute.toString(), form)));
        }
        Path real = real(absolute);
        candidates.add(real);
        for (SoundLibrary library : earmark.clips().libraries()) {
            Path realRoot = real(library.root());
            if (real.startsWith(realRoot)) {
                candidates.add(library.root().resolve(realRoot.relativize(real)).normalize());
            }
        }
        return candidates;
    }

    /** Without links, as far as the path still leads; the rest as it is written, for the file may be away. */
    private static Path real(Path absolute) {
        for (Path there = absolute; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(absolute));
            } catch (IOException e) {
                // its folder, then
            }
        }
        return absolute;
    }
}
