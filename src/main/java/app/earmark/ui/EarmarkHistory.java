package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.Undo;
import app.earmark.library.Edit;
import app.earmark.progress.Progress;
import app.earmark.ui.history.EditHistory;
import app.earmark.ui.history.HalfUndone;
import java.util.List;
import java.util.Optional;

/** The edits of an {@link Earmark}, those of files among them. */
record EarmarkHistory(Earmark earmark) implements EditHistory {

    @Override
    public List<Edit> newest(int most) {
        return earmark.journal().newest(most);
    }

    @Override
    public Optional<Edit> undoable() {
        return earmark.journal().undoable();
    }

    @Override
    public Optional<Edit> redoable() {
        return earmark.journal().redoable();
    }

    @Override
    public Edit undo(Progress progress) throws HalfUndone {
        return whole(earmark.undo().undo(Undo.Stuck.STAYS, progress));
    }

    @Override
    public Edit redo(Progress progress) throws HalfUndone {
        return whole(earmark.undo().redo(Undo.Stuck.STAYS, progress));
    }

    private static Edit whole(Optional<Undo.Outcome> outcome) throws HalfUndone {
        Undo.Outcome done = outcome.orElseThrow(() -> new IllegalStateException("There is nothing left."));
        if (!done.failures().isEmpty()) {
            throw new HalfUndone(
                    done.files(), done.failures().size(), done.failures().get(0).message());
        }
        return done.edit();
    }
}
