package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.settings.Settings;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The window over an empty catalogue. */
class FirstRunTest extends ApplicationTest {

    private final MemoryCatalog catalog = MemoryCatalog.empty();
    private ShellViewModel model;

    @Override
    public void start(Stage stage) {
        model = MemoryWindow.show(stage, MemoryWindow.parts(catalog, new MemoryAudition()), new Settings());
    }

    @Override
    public void stop() {
        model.stop();
    }

    @Test
    void anEmptyCatalogueOffersAFolderAndTheSampleSounds() throws TimeoutException {
        until(() -> lookup("#try-samples").tryQuery().isPresent());

        assertThat(lookup("#add-first-library").tryQuery()).isPresent();
        assertThat(lookup("#counts").queryAs(Label.class).getText()).isEqualTo("No sounds yet");
    }

    @Test
    void theSampleSoundsAppearWhileTheyAreScannedAndTheScanCanBeCancelled() throws TimeoutException {
        until(() -> lookup("#try-samples").tryQuery().isPresent());

        clickOn("#try-samples");
        until(() -> lookup("#tasks .task-cancel-button").tryQuery().isPresent());
        until(() -> lookup("#results-table").<TableView<?>>query().getItems().size() == 200);
        assertThat(model.tasks().running()).hasSize(1);

        clickOn("#tasks .task-cancel-button");
        until(() -> model.tasks().running().isEmpty());
        until(() -> lookup("#notice").queryAs(Label.class).getText().startsWith("Scan stopped"));
        assertThat(lookup("#go-on").query().isVisible()).isTrue();
    }

    private static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean)
                .get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
