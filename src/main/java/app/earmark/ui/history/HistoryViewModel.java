package app.earmark.ui.history;

import app.earmark.library.Edit;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Takes back what was done, one edit after another, and lists it. */
public final class HistoryViewModel {

    private static final int SHOWN = 500;

    private final EditHistory history;
    private final boolean readOnly;
    private final TaskListViewModel tasks;
    private final InTurn turn;
    private final Runnable changed;
    private final NewestWins reading;
    private final ObservableList<Edit> edits = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /**
     * @param readOnly whether the catalogue takes no changes
     * @param turn shared with whoever edits, so that an undo waits for the edit it is meant for
     * @param changed called when something was undone or done again
     */
    public HistoryViewModel(
            EditHistory history,
            boolean readOnly,
            TaskListViewModel tasks,
            InTurn turn,
            Background background,
            Runnable changed) {
        this.history = history;
        this.readOnly = readOnly;
        this.tasks = tasks;
        this.turn = turn;
        this.changed = changed;
        reading = new NewestWins(background);
        this.background = background;
    }

    private final Background background;

    /** Undoes the newest edit. */
    public void undo() {
        if (!readOnly) {
            turn.submit(ended -> step(Way.BACK, history::undoable, Long.MIN_VALUE, ended));
        }
    }

    /** Does again what was undone last. */
    public void redo() {
        if (!readOnly) {
            turn.submit(ended -> step(Way.ON, history::redoable, Long.MIN_VALUE, ended));
        }
    }

    /** Undoes everything from the newest edit down to this one or, where this one was undone, does all up to it again. */
    public void goTo(Edit edit) {
        if (readOnly) {
            return;
        }
        Way way = edit.undone() ? Way.ON : Way.BACK;
        turn.submit(ended -> step(way, way == Way.BACK ? history::undoable : history::redoable, edit.number(), ended));
    }

    /** @param upTo the last edit of several; the smallest number for one edit only */
    private void step(Way way, Look look, long upTo, Runnable ended) {
        background.load(
                look::find,
                found -> {
                    if (found.isEmpty()) {
                        tasks.tell(way == Way.BACK ? "There is nothing to undo." : "There is nothing to do again.");
                        ended.run();
                    } else if (found.get().kind().changedFiles() || upTo != Long.MIN_VALUE) {
                        tasks.start(
                                way.doing + found.get().title(),
                                progress -> walk(way, upTo, progress),
                                walked -> end(way, walked, ended),
                                failure -> fail(way, failure, ended));
                    } else {
                        background.load(
                                () -> walk(way, upTo, Progress.NONE),
                                walked -> end(way, walked, ended),
                                failure -> fail(way, failure, ended));
                    }
                },
                failure -> fail(way, failure, ended));
    }

    private Walked walk(Way way, long upTo, Progress progress) throws Exception {
        Edit last = null;
        int steps = 0;
        do {
            if (progress.isCancelled() && last != null) {
                break;
            }
            last = way == Way.BACK ? history.undo(progress) : history.redo(progress);
            steps++;
        } while (upTo != Long.MIN_VALUE && last.number() != upTo && more(way));
        return new Walked(last, steps);
    }

    private boolean more(Way way) throws Exception {
        return (way == Way.BACK ? history.undoable() : history.redoable()).isPresent();
    }

    private void end(Way way, Walked walked, Runnable ended) {
        trouble.set("");
        tasks.tell(
                walked.steps() == 1
                        ? way.done + ": " + walked.last().title()
                        : way.done + ": " + ClipText.count(walked.steps(), "step", "steps") + ", down to “"
                                + walked.last().title() + "”");
        refresh();
        changed.run();
        ended.run();
    }

    private void fail(Way way, Exception failure, Runnable ended) {
        if (!(failure instanceof CancelledWork)) {
            tasks.warn((way == Way.BACK ? "That could not be undone: " : "That could not be done again: ")
                    + failure.getMessage());
        }
        refresh();
        changed.run(); // some of it may have happened
        ended.run();
    }

    /** Reads the list again. */
    public void refresh() {
        reading.submit(
                progress -> history.newest(SHOWN),
                found -> {
                    if (!edits.equals(found)) {
                        edits.setAll(found);
                    }
                },
                failure -> trouble.set(failure.getMessage()));
    }

    /** Newest first. */
    public ObservableList<Edit> edits() {
        return edits;
    }

    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public boolean readOnly() {
        return readOnly;
    }

    private enum Way {
        BACK("Undoing: ", "Undone"),
        ON("Doing again: ", "Done again");

        private final String doing;
        private final String done;

        Way(String doing, String done) {
            this.doing = doing;
            this.done = done;
        }
    }

    @FunctionalInterface
    private interface Look {
        Optional<Edit> find() throws Exception;
    }

    private record Walked(Edit last, int steps) {}
}
