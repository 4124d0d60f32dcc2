package app.earmark.assembly;

import app.earmark.assembly.PresentFiles.Place;
import app.earmark.library.ClipFailure;
import app.earmark.library.FileChange;
import app.earmark.progress.Progress;
import app.earmark.renaming.RenameFailure;
import app.earmark.renaming.Renamed;
import app.earmark.renaming.Renamer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives renamed files their former names, and the new ones again, in the folders where they are by now. */
final class RenameReverter implements FileReverter {

    private static final Logger LOG = LoggerFactory.getLogger(RenameReverter.class);

    private final Renamer renamer;
    private final PresentFiles present;

    RenameReverter(Renamer renamer, PresentFiles present) {
        this.renamer = renamer;
        this.present = present;
    }

    @Override
    public Reverted revert(List<FileChange> files, boolean undone, Progress progress) {
        Reverted all = new Reverted(new ArrayList<>(), new ArrayList<>(), Map.of());
        List<FileChange> wanted = wanted(files, undone, all);
        try {
            Renamed renamed = renamer.revert(wanted, undone, progress);
            renamed.notes().forEach(progress::note);
            all.done().addAll(renamed.files());
            renamed.left().forEach((path, sentence) -> all.failures().add(failure(path, sentence)));
        } catch (RenameFailure e) {
            LOG.warn("names were not put back", e);
            all.failures()
                    .add(failure(undone ? files.get(0).after() : files.get(0).before(), e.getMessage()));
        }
        return all;
    }

    @Override
    public Reverted reached(List<FileChange> files, boolean undone) {
        try {
            return new Reverted(renamer.reached(), List.of(), Map.of());
        } catch (RenameFailure e) {
            LOG.warn("how far names were put back is not known", e);
            return new Reverted(List.of(), List.of(failure(files.get(0).after(), e.getMessage())), Map.of());
        }
    }

    @Override
    public void recorded() {
        renamer.recorded();
    }

    /** What is to be renamed, where it is now; the rest goes into {@code all}. */
    private List<FileChange> wanted(List<FileChange> files, boolean undone, Reverted all) {
        List<FileChange> sounds =
                files.stream().filter(file -> file.clip().isPresent()).toList();
        Map<FileChange, Place> places = present.find(sounds, undone, missing -> Map.of());
        Map<Path, Path> folders = new HashMap<>();
        List<FileChange> wanted = new ArrayList<>();
        for (FileChange file : files) {
            Path folder = file.after().getParent();
            String name = (undone ? file.after() : file.before()).getFileName().toString();
            String to = (undone ? file.before() : file.after()).getFileName().toString();
            Optional<Place> place = file.clip().isPresent()
                    ? Optional.ofNullable(places.get(file))
                    : companion(folders.getOrDefault(folder, folder), folder, name);
            if (place.isPresent()) {
                Path now = place.get().path();
                Path target = now.resolveSibling(to);
                folders.put(folder, now.getParent()); // what comes next may belong to this sound
                FileChange change = new FileChange(
                        place.get().clip(), undone ? target : now, undone ? now : target, Optional.empty());
                (now.equals(target) ? all.done() : wanted).add(change);
            } else if (file.clip().isPresent()) {
                Path missing = undone ? file.after() : file.before();
                all.failures().add(failure(missing, PresentFiles.sentence(file, undone)));
            } else {
                all.done().add(file); // what belonged to a sound has its name, or is gone, as are sounds that were
                // forgotten
            }
        }
        return wanted;
    }

    private static Optional<Place> companion(Path soundFolder, Path folder, String name) {
        return Stream.of(soundFolder, folder)
                .map(where -> where.resolve(name))
                .filter(PresentFiles::there)
                .findFirst()
                .map(path -> new Place(Optional.empty(), path));
    }

    private static ClipFailure failure(Path path, String sentence) {
        return new ClipFailure(path, "NOT_RENAMED", sentence);
    }
}
