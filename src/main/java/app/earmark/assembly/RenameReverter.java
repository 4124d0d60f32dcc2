package app.earmark.assembly;

import app.earmark.library.ClipFailure;
import app.earmark.library.FileChange;
import app.earmark.progress.Progress;
import app.earmark.renaming.RenameFailure;
import app.earmark.renaming.Renamed;
import app.earmark.renaming.Renamer;
import java.util.List;
import java.util.Map;

/** Gives renamed files their former names, and the new ones again. */
final class RenameReverter implements FileReverter {

    private final Renamer renamer;

    RenameReverter(Renamer renamer) {
        this.renamer = renamer;
    }

    @Override
    public Reverted undo(List<FileChange> files, Progress progress) {
        return revert(files, true, progress);
    }

    @Override
    public Reverted redo(List<FileChange> files, Progress progress) {
        return revert(files, false, progress);
    }

    private Reverted revert(List<FileChange> files, boolean undone, Progress progress) {
        try {
            Renamed renamed = renamer.revert(files, undone, progress);
            renamed.notes().forEach(progress::note);
            return new Reverted(
                    renamed.files(),
                    renamed.left().entrySet().stream()
                            .map(left -> new ClipFailure(left.getKey(), "NOT_RENAMED", left.getValue()))
                            .toList(),
                    Map.of());
        } catch (RenameFailure e) {
            return new Reverted(
                    List.of(),
                    files.stream()
                            .limit(1)
                            .map(file -> new ClipFailure(
                                    undone ? file.after() : file.before(), "NOT_RENAMED", e.getMessage()))
                            .toList(),
                    Map.of());
        }
    }
}
