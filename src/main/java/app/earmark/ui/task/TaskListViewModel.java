package app.earmark.ui.task;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.concurrent.Worker;

/** Long work under way, and the last thing worth telling about it. */
public final class TaskListViewModel {

    private final Background background;
    private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();

    public TaskListViewModel(Background background) {
        this.background = background;
    }

    /** Starts work that shows in the list until it ends; the callbacks come on the window's thread. */
    public <T> Task<?> start(String title, NewestWins.Work<T> work, Consumer<T> then, Consumer<Exception> failed) {
        WatchedTask<T> task = new WatchedTask<>(title, work, then, failed, background);
        running.add(task);
        task.stateProperty().addListener((state, before, now) -> {
            if (now == Worker.State.SUCCEEDED || now == Worker.State.FAILED || now == Worker.State.CANCELLED) {
                running.remove(task);
            }
        });
        background.longWork().execute(task);
        return task;
    }

    public ObservableList<Task<?>> running() {
        return running;
    }

    /** A task that is cancelled leaves the list at once. */
    public void cancelAll() {
        List.copyOf(running).forEach(Task::cancel);
    }

    /** Says something once, without waiting for an answer. */
    public void tell(String sentence) {
        notice.set(new Notice(sentence, false));
    }

    /** Says that something did not work. */
    public void warn(String sentence) {
        notice.set(new Notice(sentence, true));
    }

    public ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** A sentence to show; two with the same words are still two. */
    public static final class Notice {
        private final String sentence;
        private final boolean warning;

        Notice(String sentence, boolean warning) {
            this.sentence = sentence;
            this.warning = warning;
        }

        public String sentence() {
            return sentence;
        }

        public boolean isWarning() {
            return warning;
        }
    }
}
