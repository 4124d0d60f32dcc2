package app.earmark.ui.shell;

import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListViewModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;

/** A task list over real threads, whose notices are kept, and whose delayed work runs when a test says so. */
abstract class BackgroundWorkTest extends ApplicationTest {

    final List<Runnable> delayed = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    TaskListViewModel tasks;
    Background background;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    @Override
    public void start(Stage stage) {
        background = new Background(workers, workers, Platform::runLater, (wait, action) -> {
            delayed.add(action);
            return () -> delayed.remove(action);
        });
        tasks = new TaskListViewModel(background);
        tasks.notice().addListener((notice, before, now) -> events.add(now.sentence()));
    }

    @Override
    public void stop() {
        workers.shutdownNow();
    }
}
