package app.earmark.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.progress.Progress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class TaskListViewModelTest extends ApplicationTest {

    private final TaskListViewModel model = new TaskListViewModel(Background.ofThreads());

    @Override
    public void start(Stage unused) {}

    @Test
    void closingCancelsEveryTaskThatRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        CountDownLatch ended = new CountDownLatch(3);

        interact(() -> {
            for (int i = 0; i < 3; i++) {
                model.start("Scan " + i, progress -> untilCancelled(progress, begun, ended), done -> {}, failure -> {});
            }
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        interact(model::cancelAll);

        assertThat(model.running()).isEmpty();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatEndsInAnErrorSaysSo() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();

        interact(() -> model.start(
                "Learning",
                progress -> {
                    throw new NoClassDefFoundError("org/ejml/Matrix");
                },
                done -> said.add("done"),
                failure -> said.add(failure.getMessage())));

        assertThat(said.poll(60, TimeUnit.SECONDS)).contains("org/ejml/Matrix");
    }

    private static Void untilCancelled(Progress progress, CountDownLatch begun, CountDownLatch ended)
            throws InterruptedException {
        begun.countDown();
        while (!progress.isCancelled()) {
            Thread.sleep(5);
        }
        ended.countDown();
        return null;
    }
}
