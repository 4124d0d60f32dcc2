package app.earmark.ui.shell;

import app.earmark.ui.settings.Settings;
import app.earmark.ui.settings.SettingsFile;
import app.earmark.ui.task.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window. The catalogue is opened while JavaFX starts, so that neither waits for the other. */
public final class EarmarkWindow {

    private static final Logger LOG = LoggerFactory.getLogger(EarmarkWindow.class);
    private static final Duration SAVE_PAUSE = Duration.ofMillis(700);
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private final SettingsFile file;
    private final Settings settings;
    private final Background background;
    private Runnable takeBackSave = () -> {};

    private EarmarkWindow(Path settingsFile) {
        file = new SettingsFile(settingsFile);
        settings = file.load();
        background = Background.ofThreads();
    }

    /**
     * Starts JavaFX and shows the window; returns when that is under way.
     *
     * @param open opens the catalogue; its failure's message is shown to the person
     * @param close called when the window was closed
     * @throws RuntimeException or an {@link UnsatisfiedLinkError} if there is no display, or a native library is missing
     */
    public static void open(Callable<WindowParts> open, Path settingsFile, Runnable close) {
        EarmarkWindow window = new EarmarkWindow(settingsFile);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setTitle("Earmark");
            ICON_SIZES.forEach(size -> stage.getIcons()
                    .add(new Image(EarmarkWindow.class.getResourceAsStream(
                            "/app/earmark/ui/icons/earmark-" + size + ".png"))));
            window.background.load(
                    open,
                    parts -> window.show(stage, parts, close),
                    failure -> window.showFailure(stage, failure, close));
        });
    }

    private void show(Stage stage, WindowParts parts, Runnable close) {
        ShellViewModel model = new ShellViewModel(parts, settings, background);
        Shell shell = new Shell(model, settings, background);
        settings.onChange(this::saveSoon);
        Scene scene = new Scene(shell, 1280, 800);
        shell.install(scene);
        place(stage);
        stage.setScene(scene);
        stage.setOnHidden(event -> {
            model.stop();
            remember(stage);
            file.save(settings);
            close.run();
        });
        stage.show();
        model.start();
        LOG.info("window shown");
    }

    private void showFailure(Stage stage, Exception failure, Runnable close) {
        LOG.error("the catalogue can't be opened", failure);
        Scene scene = new Scene(new StartFailure(failure), 640, 320);
        app.earmark.ui.theme.Theme.ofCode(settings.text("theme", "")).wear(scene);
        stage.setScene(scene);
        stage.setOnHidden(event -> close.run());
        stage.show();
    }

    private void saveSoon() {
        takeBackSave.run();
        takeBackSave = background.later(
                SAVE_PAUSE,
                () -> background.load(
                        () -> {
                            file.save(settings);
                            return null;
                        },
                        saved -> {}));
    }

    private void place(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(960);
        stage.setMinHeight(560);
        stage.setWidth(Math.min(screen.getWidth(), settings.number("window.width", Math.min(1440, screen.getWidth()))));
        stage.setHeight(
                Math.min(screen.getHeight(), settings.number("window.height", Math.min(900, screen.getHeight()))));
        stage.setMaximized(settings.flag("window.maximized", false));
    }

    private void remember(Stage stage) {
        settings.set("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.set("window.width", Math.round(stage.getWidth()));
            settings.set("window.height", Math.round(stage.getHeight()));
        }
    }
}
