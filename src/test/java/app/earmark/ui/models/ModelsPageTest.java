package app.earmark.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryModels;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.shell.ShellViewModel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The page of models in the window, worked by mouse and keyboard. */
class ModelsPageTest extends ApplicationTest {

    private final MemoryModels service = new MemoryModels();
    private ShellViewModel model;
    private Stage stage;

    @Override
    public void start(Stage newStage) {
        stage = newStage;
        model = MemoryWindow.show(
                stage, MemoryWindow.parts(MemoryCatalog.of(200), new MemoryAudition(), service), new Settings());
    }

    @Override
    public void stop() {
        model.stop();
    }

    @Test
    void opensAndClosesByKeysAndGivesTheKeyboardBack() throws TimeoutException {
        until(() -> !lookup("#results-table").queryTableView().getItems().isEmpty());
        assertThat(page().isVisible()).isFalse();

        open();
        assertThat(lookup("#results-table").query().getParent().getParent().isVisible())
                .isFalse();
        type(KeyCode.ESCAPE);

        until(() -> !page().isVisible());
        until(() -> stage.getScene().getFocusOwner() == lookup("#results-table").query());
    }

    @Test
    void aModelIsFetchedOfferedAndUsedAndThenListens() throws TimeoutException {
        open();
        until(() -> button("Get CLAP, unfused") != null);

        clickOn(button("Get CLAP, unfused"));
        until(() -> lookup("#model-offer").query().isVisible());
        clickOn("#accept-model");

        until(() -> service.told.contains("listen"));
        assertThat(service.told).contains("use " + MemoryModels.CLAP);
        until(() -> button("Use… Starter") != null);
        assertThat(lookup("#model-offer").query().isVisible()).isFalse();
        assertThat(listWindows())
                .filteredOn(Stage.class::isInstance)
                .as("no dialogue")
                .hasSize(1);
    }

    @Test
    void whileItIsFetchedItCanBePausedFromThePageAndTheSearchGoesOn() throws TimeoutException {
        service.stepMillis = 50;
        open();
        until(() -> button("Get CLAP, unfused") != null);
        clickOn(button("Get CLAP, unfused"));
        until(() -> button("Pause CLAP, unfused") != null);
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write("rain");
        until(() -> "rain".equals(model.search().answer().get().text()));
        assertThat(page().isVisible())
                .as("typing a search goes back to the sounds")
                .isFalse();

        open();
        clickOn(button("Pause CLAP, unfused"));

        until(() -> button("Resume CLAP, unfused") != null);
        assertThat(button("Discard CLAP, unfused")).isNotNull();
    }

    private void open() throws TimeoutException {
        press(KeyCode.CONTROL, KeyCode.M).release(KeyCode.M, KeyCode.CONTROL);
        until(() -> page().isVisible());
    }

    private Node page() {
        return lookup("#models-page").query();
    }

    /** The button for this on a card, or null. */
    private Node button(String does) {
        return page().lookupAll(".button").stream()
                .filter(node -> node instanceof Labeled && does.equals(node.getAccessibleText()))
                .findFirst()
                .orElse(null);
    }

    private static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean)
                .get());
    }
}
