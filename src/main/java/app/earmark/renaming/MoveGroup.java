package app.earmark.renaming;

import java.nio.file.Path;
import java.util.List;

/**
 * Renames that wait for one another, as in {@code a → b, b → a}, and a sound with what belongs to it: all of them happen or none.
 *
 * @param moves what is wanted
 * @param steps how it is done: no step's target exists when its turn comes
 */
record MoveGroup(List<FileMove> moves, List<Step> steps) {

    MoveGroup {
        moves = List.copyOf(moves);
        steps = List.copyOf(steps);
    }

    /** Whether a name for the time between is needed. */
    boolean ring() {
        return steps.size() > moves.size();
    }

    /** One call of the file system. */
    record Step(Path from, Path to) {
        Step reversed() {
            return new Step(to, from);
        }
    }
}
