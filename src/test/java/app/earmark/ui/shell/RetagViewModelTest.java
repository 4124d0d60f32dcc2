package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.progress.Progress;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class RetagViewModelTest extends BackgroundWorkTest {

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
                parts.files(),
                parts.searcher(),
                parts.scans(),
                retagging,
                parts.relistening(),
                parts.libraries(),
                parts.samples(),
                parts.models(),
                parts.names(),
                parts.sheets(),
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
