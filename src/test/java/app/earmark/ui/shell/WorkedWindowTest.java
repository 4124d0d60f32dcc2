package app.earmark.ui.shell;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import app.earmark.ui.browser.ResultRow;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.settings.Settings;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A window over 200 sounds in memory, worked by mouse and keyboard. */
abstract class WorkedWindowTest extends ApplicationTest {

    final MemoryCatalog catalog = MemoryCatalog.of(200);
    final MemoryAudition engine = new MemoryAudition();
    final Settings settings = new Settings();
    ShellViewModel model;
    Stage stage;

    @Override
    public final void start(Stage newStage) {
        stage = newStage;
        model = MemoryWindow.show(stage, MemoryWindow.parts(catalog, engine), settings);
    }

    @Override
    public final void stop() {
        model.stop();
    }

    /** Clicks again where the click went astray because the rows were still finding their places. */
    final void clickFirst() throws TimeoutException {
        for (int tries = 0; table().getSelectionModel().isEmpty() && tries < 10; tries++) {
            clickOn(firstNameCell());
            waitForFxEvents();
        }
        until(() -> model.inspector().inspected().get() != null);
    }

    /** That of the first row; cells do not lie in the table in the order of rows. */
    final Node firstNameCell() {
        return table().lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getIndex() == 0)
                .map(row -> row.lookup(".name-cell"))
                .findFirst()
                .orElseThrow();
    }

    final void search(String words) throws TimeoutException {
        clickOn("#search-field").write(words);
        until(() -> model.results().shown().get() != null
                && model.results().shown().get().text().equals(words)
                && !table().getItems().isEmpty()
                && table().getItems().get(0).cardNow() != null);
    }

    final TableView<ResultRow> table() {
        return lookup("#results-table").query();
    }

    static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean)
                .get());
        waitForFxEvents();
    }
}
