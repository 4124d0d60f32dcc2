package app.earmark.ui.shell;

import app.earmark.ui.settings.Settings;
import app.earmark.ui.settings.SettingsFile;
import app.earmark.ui.task.Background;
import app.earmark.ui.theme.Theme;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stage: opened over the catalogue, placed as the person left it, its settings saved. */
public final class WindowStage {

    private static final Logger LOG = LoggerFactory.getLogger(WindowStage.class);
    private static final Duration SAVE_PAUSE = Duration.ofMillis(700);
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 560;

    private final SettingsFile file;
    private final Runnable closed;
    private final Settings settings;
    private final Background background;
    private final CompletableFuture<WindowParts> parts = new CompletableFuture<>();
    private Runnable takeBackSave = () -> {};

    public WindowStage(SettingsFile file, Runnable closed) {
        this.file = file;
        this.closed = closed;
        settings = file.load();
        background = Background.ofThreads();
    }

    /** Starts to open the catalogue; may be called before JavaFX runs. */
    public void prepare(Callable<WindowParts> open) {
        background.open(open, parts);
    }

    /** Shows the window as soon as the catalogue is open. */
    public void show() {
        Stage stage = new Stage();
        stage.setTitle("Earmark");
        ICON_SIZES.forEach(size -> stage.getIcons()
                .add(new Image(
                        WindowStage.class.getResourceAsStream("/app/earmark/ui/icons/earmark-" + size + ".png"))));
        background.load(
                parts::get,
                opened -> showOrSay(stage, opened),
                failure -> showFailure(
                        stage, StartFailure.catalogue(failure.getCause() == null ? failure : failure.getCause())));
    }

    /** A window that can't be built says so and can be closed; else the program would run on with nothing to see. */
    private void showOrSay(Stage stage, WindowParts opened) {
        try {
            show(stage, opened);
        } catch (RuntimeException | LinkageError e) {
            showFailure(stage, StartFailure.window(e));
        }
    }

    private void show(Stage stage, WindowParts opened) {
        ShellViewModel model = new ShellViewModel(opened, settings, background);
        model.start(); // the first rows are read while the window is built
        Shell shell = new Shell(model, settings, background);
        settings.onChange(this::saveSoon);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // Sizes are those of the window with its frame, else it would shrink by the frame at each start.
        double width = fitting(settings.number("window.width", 1440), LEAST_WIDTH, screen.getWidth());
        double height = fitting(settings.number("window.height", 900), LEAST_HEIGHT, screen.getHeight());
        Scene scene = new Scene(shell, width, height);
        shell.install(scene);
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
        if (settings.flag("window.maximized", false)) {
            stage.setMaximized(true);
        }
        if (opened.readOnly()) {
            stage.setTitle("Earmark (read-only)");
        }
        stage.setOnHidden(event -> {
            try {
                model.stop();
                remember(stage);
            } finally {
                closed.run(); // else the program would run on, unseen, and keep the catalogue
            }
        });
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.show();
        // Openbox, for one, maps a GTK window at its least size unless it is told again.
        stage.setWidth(width + 1);
        stage.setHeight(height + 1);
        background.show(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        shell.focusSearch();
        LOG.info("window shown");
    }

    private static double fitting(double wanted, double least, double most) {
        return Math.min(most, Math.max(least, wanted));
    }

    private void showFailure(Stage stage, StartFailure failure) {
        Scene scene = new Scene(failure, 640, 320);
        Theme.ofCode(settings.text("theme", "")).wear(scene);
        stage.setScene(scene);
        stage.setOnHidden(event -> closed.run());
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

    private void remember(Stage stage) {
        settings.set("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.set("window.width", Math.round(stage.getWidth()));
            settings.set("window.height", Math.round(stage.getHeight()));
        }
        file.save(settings);
    }
}
