package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
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

    static Path absolute(Path named) {
        return named.toAbsolutePath().normalize();
    }

    /** The absolute path of a file that is there; a failure with exit code 3 if it is not. */
    static Path requireFile(Path named) {
        if (!Files.exists(named)) {
            throw CommandFailure.notFound(missing(named));
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
        try {
            Path real = absolute.toRealPath();
            candidates.add(real);
            for (SoundLibrary library : earmark.clips().libraries()) {
                if (Files.exists(library.root())
                        && real.startsWith(library.root().toRealPath())) {
                    candidates.add(
                            library.root().resolve(library.root().toRealPath().relativize(real)));
                }
            }
        } catch (IOException e) {
            // The file is away, and so can't be reached through links; its recorded path was tried.
        }
        return candidates;
    }
}
