package app.earmark.renaming;

import app.earmark.library.Clip;
import app.earmark.library.FileStamp;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Says what would become of files; reads folders, changes nothing. */
final class RenamePlanner {

    private final NameMaker names;
    private final Predicate<Path> recorded;

    /** @param recorded whether the catalogue has a record of a path */
    RenamePlanner(NameMaker names, Predicate<Path> recorded) {
        this.names = names;
        this.recorded = recorded;
    }

    RenamePlan plan(List<KnownClip> clips, NameOptions options, Progress progress) throws CancelledWork {
        progress.phase("Naming", clips.size());
        Map<Path, List<KnownClip>> byFolder = new LinkedHashMap<>();
        clips.forEach(known -> byFolder.computeIfAbsent(known.clip().path().getParent(), folder -> new ArrayList<>())
                .add(known));
        Map<Path, PlannedName> planned = new HashMap<>();
        for (var folder : byFolder.entrySet()) {
            FolderNames present = FolderNames.read(folder.getKey());
            List<Candidate> candidates = new ArrayList<>();
            for (KnownClip known : folder.getValue()) {
                progress.throwIfCancelled();
                candidates.add(candidate(known, present, options));
            }
            new FolderPlan(present, options, recorded)
                    .settle(candidates)
                    .forEach(name -> planned.put(name.clip().path(), name));
            progress.advanced(planned.size(), 0);
        }
        return new RenamePlan(
                clips.stream()
                        .map(known -> planned.get(known.clip().path()))
                        .distinct()
                        .toList(),
                options);
    }

    private Candidate candidate(KnownClip known, FolderNames folder, NameOptions options) {
        NameMaker.Draft draft = names.draft(known, options);
        List<Path> companions = options.companions()
                ? Companions.of(known.clip().fileName(), folder.names()).stream()
                        .map(known.clip().path()::resolveSibling)
                        .toList()
                : List.of();
        Optional<String> fault = draft.fault().or(() -> unfit(known.clip(), folder));
        return new Candidate(known.clip(), draft, companions, fault);
    }

    private static Optional<String> unfit(Clip clip, FolderNames folder) {
        if (!folder.problem().isEmpty()) {
            return Optional.of("“" + clip.fileName() + "” stays: the folder "
                    + clip.path().getParent() + " " + folder.problem() + ".");
        }
        return changed(clip);
    }

    /** Why the clip's file is not the one that was scanned. */
    static Optional<String> changed(Clip clip) {
        return changed(clip, clip.path());
    }

    /** Why the file at this place is not the one that was scanned. */
    static Optional<String> changed(Clip clip, Path place) {
        String name = "“" + place.getFileName() + "”";
        if (!BatchState.there(place)) {
            return Optional.of(name + " is no longer there; scan its folder again.");
        }
        try {
            BasicFileAttributes now = Files.readAttributes(place, BasicFileAttributes.class);
            FileStamp stamp = new FileStamp(now.size(), now.lastModifiedTime().toMillis());
            return stamp.equals(clip.stamp())
                    ? Optional.empty()
                    : Optional.of(name + " has changed since it was scanned; scan its folder again.");
        } catch (IOException e) {
            return Optional.of(name + " can't be looked at; check that it can be read.");
        }
    }

    /** A clip on its way to a name. */
    record Candidate(Clip clip, NameMaker.Draft draft, List<Path> companions, Optional<String> fault) {}
}
