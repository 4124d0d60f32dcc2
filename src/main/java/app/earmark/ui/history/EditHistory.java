package app.earmark.ui.history;

import app.earmark.library.Edit;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.List;
import java.util.Optional;

/** What a person did, and a way back. None of it belongs on the window's thread. */
public interface EditHistory {

    /** Newest first, those that were undone among them. */
    List<Edit> newest(int most) throws Exception;

    /** What {@link #undo} would undo. */
    Optional<Edit> undoable() throws Exception;

    /** What {@link #redo} would do again. */
    Optional<Edit> redoable() throws Exception;

    /** Undoes the newest edit that stands. */
    Edit undo(Progress progress) throws Exception, CancelledWork;

    /** Does the edit again that was undone last. */
    Edit redo(Progress progress) throws Exception, CancelledWork;
}
