package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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

class RetagViewModelTest extends ApplicationTest {

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
    void goesOnSomeTimeAfterTheStartWithWhatIsDue() throws Exception {
        RetagViewModel model = model(false, new Retagging(3, progress -> 3));
        interact(model::goOnSoon);
        assertThat(events).isEmpty();

        delayed.forEach(Runnable::run);

        until("finished", "Tags brought up to date: 3 sounds compared with your labels.");
    }

    @Test
    void aNewerLabelTakesThePlaceOfWorkWithAnOlderOne() throws Exception {
        List<String> begun = new CopyOnWriteArrayList<>();
        RetagViewModel model = model(false, new Retagging(0, progress -> {
            begun.add("begun");
            while (begun.size() < 2) {
                progress.throwIfCancelled();
                Thread.onSpinWait();
            }
            return 5;
        }));
        interact(model::retag);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> begun.size() == 1);

        interact(model::retag);

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> events.stream().anyMatch(e -> e.contains("5 sounds")));
        assertThat(events).noneMatch(e -> e.contains("stopped"));
    }

    @Test
    void leavesAReadOnlyCatalogueAlone() {
        RetagViewModel model = model(true, new Retagging(3, progress -> 3));
        interact(() -> {
            model.goOnSoon();
            model.retag();
        });
        assertThat(delayed).isEmpty();
        assertThat(tasks.running()).isEmpty();
    }

    private void until(String... wanted) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> events.containsAll(List.of(wanted)));
    }

    private RetagViewModel model(boolean readOnly, Retagging retagging) {
        WindowParts parts = MemoryWindow.parts(MemoryCatalog.empty(), new MemoryAudition());
        WindowParts with = new WindowParts(
                parts.clips(),
                parts.tags(),
                parts.correcting(),
                parts.searcher(),
                parts.scans(),
                retagging,
                parts.relistening(),
                parts.forget(),
                parts.samples(),
                parts.models(),
                parts.player(),
                readOnly,
                parts.notice());
        return new RetagViewModel(with, tasks, background, () -> events.add("finished"));
    }

    @FunctionalInterface
    private interface Work {
        long run(Progress progress) throws Exception;
    }

    private record Retagging(long due, Work work) implements WindowParts.Retagging {
        @Override
        public long retag(Progress progress) throws Exception {
            return work.run(progress);
        }
    }
}
