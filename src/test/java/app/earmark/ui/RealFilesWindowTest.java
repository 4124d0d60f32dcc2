package app.earmark.ui;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.library.ClipId;
import app.earmark.progress.Progress;
import app.earmark.testing.Tones;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.shell.ShellViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window over a real catalogue of three real files, of which some are tagged DOORGate. */
abstract class RealFilesWindowTest extends ApplicationTest {

    private final List<String> tagged;
    Path library;
    Earmark earmark;
    private Path folder;
    private ShellViewModel model;

    /** @param tagged names of the files with the tag */
    RealFilesWindowTest(String... tagged) {
        this.tagged = List.of(tagged);
    }

    @Override
    public void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("real-files");
        library = folder.resolve("lib");
        for (String name : List.of("gate_01.wav", "gate_02.wav", "nameless.wav")) {
            Tones.sineFile(library.resolve(name), 300 + name.length(), 0.2, 44_100);
        }
        EarmarkHome home = new EarmarkHome(folder.resolve("home"));
        earmark = new Earmark(home, home.catalogue(), Access.CREATE, new StandardParts());
        earmark.scanner().scan(List.of(library), false, Progress.NONE);
        List<ClipId> gates = tagged.stream()
                .map(name -> earmark.clips()
                        .findByPath(library.resolve(name))
                        .orElseThrow()
                        .id())
                .toList();
        earmark.tags().hold(gates, "DOORGate");
        model = MemoryWindow.show(stage, EarmarkParts.of(earmark), new Settings());
    }

    @Override
    public void stop() {
        model.stop();
    }

    @AfterEach
    void clearAway() throws IOException {
        earmark.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    final <T> TableView<T> table(String id) {
        return lookup(id).queryTableView();
    }

    final String text(String id) {
        return ((Label) node(id)).getText();
    }

    final Node node(String id) {
        return lookup(id).query();
    }

    static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
