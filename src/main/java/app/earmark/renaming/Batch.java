package app.earmark.renaming;

import app.earmark.renaming.MoveGroup.Step;
import java.util.List;

/**
 * Renames that were decided on.
 *
 * @param purpose what it is to the catalogue
 * @param title of the edit; empty where one is undone or done again
 * @param oldNames whether folders remember the former names
 */
record Batch(Purpose purpose, String title, boolean oldNames, List<MoveGroup> groups) {

    enum Purpose {
        RENAME,
        UNDO,
        REDO
    }

    Batch {
        groups = List.copyOf(groups);
    }

    List<Step> stepsOf(int group) {
        return groups.get(group).steps();
    }
}
