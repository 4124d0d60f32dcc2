package app.earmark.ui;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.ui.settings.SettingsFile;
import app.earmark.ui.shell.WindowParts;
import app.earmark.ui.shell.WindowStage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** How the program opens its window. */
public final class EarmarkWindow {

    private EarmarkWindow() {}

    /**
     * Opens the window over the usual catalogue; returns when it was closed.
     *
     * @throws RuntimeException or an {@link UnsatisfiedLinkError} if there is no display, or a native library is missing
     */
    public static void open(EarmarkHome home) throws InterruptedException {
        try (Earmark earmark = new Earmark(home, home.catalogue(), Access.CREATE, new StandardParts())) {
            open(() -> EarmarkParts.of(earmark), home.folder().resolve("settings"));
        }
    }

    /**
     * Opens the window; returns when it was closed.
     *
     * @param parts opens the catalogue, in the background while JavaFX starts; its failure's message is shown to the person
     * @param settings the file in which the window remembers its choices
     */
    public static void open(Callable<WindowParts> parts, Path settings) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        WindowStage window = new WindowStage(new SettingsFile(settings), closed::countDown);
        window.prepare(parts);
        Platform.startup(window::show);
        closed.await();
    }
}
