package app.earmark.ui.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.ui.fakes.MemoryAdapter;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListViewModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class AdapterPageTest extends ApplicationTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final MemoryAdapter service = new MemoryAdapter(true);
    private TaskListViewModel tasks;
    private AdapterViewModel model;

    @Override
    public void start(Stage stage) {
        Background background = new Background(workers, workers, Platform::runLater, (wait, action) -> () -> {});
        tasks = new TaskListViewModel(background);
        model = new AdapterViewModel(service, tasks, background, false);
        AdapterPage page = new AdapterPage(model, () -> {});
        stage.setScene(new Scene(page, 700, 400));
        stage.show();
        page.open();
    }

    @Override
    public void stop() {
        workers.shutdownNow();
    }

    @Test
    void saysWhatWasFoundOnceItWasLearntAndForgetsIt() throws Exception {
        until("adapter-sentence", "Nothing was learnt from this library's names yet.");
        assertThat(button("adapter-forget").isVisible()).isFalse();
        interact(() -> button("adapter-learn").fire());
        until(
                "adapter-sentence",
                "Finds 41 of 100 held-out names in its top ten, plain model 22; with folders left"
                        + " out 35 of 90, plain model 25.");
        until("adapter-state", "In use");
        assertThat(tasks.notice().get().sentence()).contains("Finds 41 of 100");
        assertThat(button("adapter-forget").isVisible()).isTrue();
        assertThat(lookup("#adapter-detail").queryLabeled().getText()).contains("1,850 sounds");
        assertThat(lookup("#adapter-detail").query().isVisible()).isTrue();
        interact(() -> button("adapter-forget").fire());
        until("adapter-state", "Not learnt yet");
    }

    @Test
    void whatWentWrongIsSaidOnceAndItCanBeTriedAgain() throws Exception {
        service.failure = new IllegalStateException("The model is broken.");
        interact(() -> button("adapter-learn").fire());
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> tasks.notice().get() != null && !model.learning().get());
        assertThat(tasks.notice().get().sentence()).isEqualTo("Names could not be learnt from: The model is broken.");
        assertThat(button("adapter-learn").isVisible()).isTrue();
    }

    private Button button(String id) {
        return lookup("#" + id).queryButton();
    }

    private void until(String id, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> text.equals(((Label) lookup("#" + id).query()).getText()));
    }
}
