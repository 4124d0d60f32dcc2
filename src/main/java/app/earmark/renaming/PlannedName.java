package app.earmark.renaming;

import app.earmark.library.Clip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is planned for one sound.
 *
 * @param target the name it would have, also where it can't; empty if none could be composed
 * @param category whose word its CatID is
 * @param companions present names of the files that go along
 * @param problem why it stays as it is, one sentence that names the file
 */
public record PlannedName(
        Clip clip,
        Optional<Path> target,
        Optional<NameMaker.Category> category,
        List<Path> companions,
        Outcome outcome,
        Optional<String> problem) {

    public enum Outcome {
        /** It will be renamed. */
        RENAMED,
        /** It has the name already. */
        UNCHANGED,
        /** It can't be. */
        PROBLEM
    }

    public PlannedName {
        companions = List.copyOf(companions);
    }

    public String oldName() {
        return clip.fileName();
    }

    /** The name it would have, or the empty string. */
    public String newName() {
        return target.map(path -> path.getFileName().toString()).orElse("");
    }

    /** The sound, then its companions; empty unless it is to be renamed. */
    List<FileMove> moves() {
        if (outcome != Outcome.RENAMED) {
            return List.of();
        }
        List<FileMove> moves = new ArrayList<>();
        moves.add(new FileMove(Optional.of(clip.id()), clip.path(), target.orElseThrow()));
        companions.forEach(path -> moves.add(Companions.move(path, clip.path(), target.orElseThrow())));
        return moves;
    }
}
