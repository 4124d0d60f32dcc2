package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.CatalogueUnavailable;
import app.earmark.ui.settings.SettingsFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What stands on the screen when the window can't be had. */
class WindowStageTest extends ApplicationTest {

    @TempDir
    Path folder;

    @Override
    public void start(Stage unused) {}

    @Test
    void aWindowThatCanNotBeBuiltSaysSoAndCanBeClosed() throws Exception {
        Callable<WindowParts> nothing = () -> null;

        assertThat(shownFor(nothing)).isEqualTo("Earmark could not build its window");
    }

    @Test
    void aCatalogueThatCanNotBeOpenedIsNamed() throws Exception {
        Callable<WindowParts> broken = () -> {
            throw new CatalogueUnavailable("cat.db is no catalogue.", null);
        };

        assertThat(shownFor(broken)).isEqualTo("Earmark could not open its catalogue");
    }

    /** The title on show; the window is closed again. */
    private String shownFor(Callable<WindowParts> parts) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        WindowStage window = new WindowStage(new SettingsFile(folder.resolve("settings")), closed::countDown);
        window.prepare(parts);
        interact(window::show);
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> lookup(".empty-title").tryQuery().isPresent());
        String title = lookup(".empty-title").queryAs(Label.class).getText();
        interact(() -> lookup(".empty-title").query().getScene().getWindow().hide());
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        return title;
    }
}
