package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.indexing.ScanReport;
import app.earmark.progress.Progress;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class RelistenViewModelTest extends BackgroundWorkTest {

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
                parts.files(),
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
                parts.libraries(),
                parts.samples(),
                parts.models(),
                parts.names(),
                parts.sheets(),
                parts.player(),
                readOnly,
                parts.notice());
        return new RelistenViewModel(with, new ScanViewModel(with, tasks, () -> events.add("finished")), background);
    }
}
