package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.indexing.ScanReport;
import app.earmark.progress.Progress;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListViewModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class RelistenViewModelTest extends ApplicationTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Runnable> delayed = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private TaskListViewModel tasks;
    private Background background;

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

    @Test
    void beginsByItselfAWhileAfterTheStart() throws Exception {
        RelistenViewModel model = model(false, 3);
        interact(model::goOnSoon);
        assertThat(events).isEmpty();
        delayed.forEach(Runnable::run);
        until("finished");
        assertThat(events).anyMatch(event -> event.contains("3 sounds listened to"));
    }

    @Test
    void doesNothingWhereNothingIsDueOrNothingCanBeChanged() {
        interact(model(false, 0)::goOn);
        RelistenViewModel readOnly = model(true, 3);
        interact(readOnly::goOnSoon);
        interact(readOnly::goOn);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(delayed).isEmpty();
        assertThat(tasks.running()).isEmpty();
        assertThat(events).isEmpty();
    }

    private void until(String wanted) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> events.size() > 1 && events.contains(wanted));
    }

    private RelistenViewModel model(boolean readOnly, long due) {
        WindowParts parts = MemoryWindow.parts(MemoryCatalog.empty(), new MemoryAudition());
        WindowParts with = new WindowParts(
                parts.clips(),
                parts.tags(),
                parts.correcting(),
                parts.searcher(),
                parts.scans(),
                parts.retagging(),
                new WindowParts.Relistening() {
                    @Override
                    public long due() {
                        return due;
                    }

                    @Override
                    public ScanReport listen(Progress progress) {
                        return new ScanReport(0, due, 0, 0, 0, false, List.of(), List.of());
                    }
                },
                parts.forget(),
                parts.samples(),
                parts.models(),
                parts.player(),
                readOnly,
                parts.notice());
        return new RelistenViewModel(with, new ScanViewModel(with, tasks, () -> events.add("finished")), background);
    }
}
