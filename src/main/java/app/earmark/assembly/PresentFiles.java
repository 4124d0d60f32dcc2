package app.earmark.assembly;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.FileChange;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the files of an edit are by now, though they were moved or renamed since. */
final class PresentFiles {

    private final ClipCatalog clips;

    PresentFiles(ClipCatalog clips) {
        this.clips = clips;
    }

    /** @param clip the record of the file, which may be another one than when it was changed */
    record Place(Optional<ClipId> clip, Path path) {}

    /**
     * Looks where the catalogue has the clip, then where the edit left the file, then for another record with the same content.
     * What is nowhere, or in several places, has no entry.
     *
     * @param undone whether the edit is to be undone, and so has its files where it put them
     * @param contents SHA-256 of what the edit made of files, asked for if any is not found otherwise
     */
    Map<FileChange, Place> find(
            List<FileChange> files, boolean undone, Function<List<FileChange>, Map<FileChange, String>> contents) {
        Map<ClipId, Clip> known = clips.findAll(clipsOf(files));
        Map<FileChange, Place> found = new LinkedHashMap<>();
        List<FileChange> missing = new ArrayList<>();
        for (FileChange file : files) {
            Optional<Path> recorded =
                    file.clip().map(known::get).map(Clip::path).filter(PresentFiles::there);
            recorded.or(() -> Stream.of(undone ? file.after() : file.before(), undone ? file.before() : file.after())
                            .filter(path -> there(path) && !isOfAnother(path, file))
                            .findFirst())
                    .ifPresentOrElse(path -> found.put(file, new Place(file.clip(), path)), () -> missing.add(file));
        }
        if (!missing.isEmpty()) {
            byContent(missing, known.keySet(), contents.apply(missing), found);
        }
        return found;
    }

    private boolean isOfAnother(Path path, FileChange file) {
        return clips.findByPath(path)
                .filter(clip -> !file.clip().equals(Optional.of(clip.id())))
                .isPresent();
    }

    private void byContent(
            List<FileChange> missing, Set<ClipId> own, Map<FileChange, String> written, Map<FileChange, Place> found) {
        Map<ClipId, String> recorded = clips.contentHashesOf(clipsOf(missing));
        Map<FileChange, String> contents = new HashMap<>();
        missing.forEach(file -> file.clip()
                .map(recorded::get)
                .or(() -> Optional.ofNullable(written.get(file)))
                .ifPresent(hash -> contents.put(file, hash)));
        Map<String, List<Clip>> candidates = clips.findByContent(new HashSet<>(contents.values()));
        contents.forEach((file, hash) -> {
            List<Clip> same = candidates.getOrDefault(hash, List.of()).stream()
                    .filter(clip -> !own.contains(clip.id()) && there(clip.path()))
                    .toList();
            if (same.size() == 1) {
                Clip clip = same.get(0);
                found.put(file, new Place(Optional.of(clip.id()), clip.path()));
            }
        });
    }

    private static List<ClipId> clipsOf(List<FileChange> files) {
        return files.stream().flatMap(file -> file.clip().stream()).toList();
    }

    static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What to say of a file without a place. */
    static String sentence(FileChange file, boolean undone) {
        Path place = undone ? file.after() : file.before();
        return "“" + place.getFileName() + "” is no longer in " + place.getParent()
                + "; if it was moved, scan the folder it is in now, then try again.";
    }
}
