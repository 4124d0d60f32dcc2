package app.earmark.ui.shell;

import app.earmark.progress.CancelledWork;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.time.Duration;
import javafx.concurrent.Task;

/** Makes all sounds' tags follow the labels, in the background: after a new label, and where an earlier time was cut short. */
final class RetagViewModel {

    /** Lets the window come up first. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final WindowParts parts;
    private final TaskListViewModel tasks;
    private final Background background;
    private final Runnable finished;
    private Task<?> newest;
    private int turns;

    /**
     * @param finished called when tags may have changed
     */
    RetagViewModel(WindowParts parts, TaskListViewModel tasks, Background background, Runnable finished) {
        this.parts = parts;
        this.tasks = tasks;
        this.background = background;
        this.finished = finished;
    }

    /** Tags anew what was tagged by other labels, prompts or rules than the present ones. */
    void retag() {
        if (parts.readOnly()) {
            return;
        }
        if (newest != null) {
            newest.cancel(); // what it did stays done; the rest is done with the newest labels
        }
        int turn = ++turns;
        newest = tasks.start(
                "Tagging by your labels",
                progress -> parts.retagging().retag(progress),
                this::ended,
                failure -> failed(turn, failure));
    }

    /** Looks, a while after the start, whether there is anything to tag anew. */
    void goOnSoon() {
        if (!parts.readOnly()) {
            background.later(
                    PAUSE,
                    () -> background.load(parts.retagging()::due, due -> {
                        if (due > 0 && newest == null) {
                            retag();
                        }
                    }));
        }
    }

    private void ended(long count) {
        if (count > 0) {
            finished.run();
            tasks.tell("Tags brought up to date: " + ClipText.count(count, "sound", "sounds")
                    + " compared with your labels.");
        }
    }

    private void failed(int turn, Exception failure) {
        finished.run();
        if (!(failure instanceof CancelledWork)) {
            tasks.warn("The tags could not be brought up to date: " + failure.getMessage());
        } else if (turn == turns) {
            tasks.tell("Tagging stopped; the next scan goes on with it.");
        }
    }
}
