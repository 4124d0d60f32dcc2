package app.earmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.library.ClipId;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.progress.Progress;
import app.earmark.testing.Tones;
import app.earmark.ui.metadata.TextLine;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.shell.Shell;
import app.earmark.ui.shell.ShellViewModel;
import app.earmark.ui.task.Background;
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
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Writing into real files from the window, over a real catalogue, and back. */
class MetadataInWindowTest extends ApplicationTest {

    private Path folder;
    private Path library;
    private Earmark earmark;
    private ShellViewModel model;

    @Override
    public void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("metadata-in-window");
        library = folder.resolve("lib");
        for (String name : List.of("gate_01.wav", "gate_02.wav", "nameless.wav")) {
            Tones.sineFile(library.resolve(name), 300 + name.length(), 0.2, 44_100);
        }
        EarmarkHome home = new EarmarkHome(folder.resolve("home"));
        earmark = new Earmark(home, home.catalogue(), Access.CREATE, new StandardParts());
        earmark.scanner().scan(List.of(library), false, Progress.NONE);
        List<ClipId> gates = Stream.of("gate_01.wav", "gate_02.wav", "nameless.wav")
                .map(name -> earmark.clips()
                        .findByPath(library.resolve(name))
                        .orElseThrow()
                        .id())
                .toList();
        earmark.tags().hold(gates, "DOORGate");
        Settings settings = new Settings();
        Background background = Background.ofThreads();
        model = new ShellViewModel(EarmarkParts.of(earmark), settings, background);
        Shell shell = new Shell(model, settings, background);
        Scene scene = new Scene(shell, 1280, 800);
        shell.install(scene);
        stage.setScene(scene);
        stage.show();
        model.start();
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

    @Test
    void whatWouldChangeIsShownWrittenAndTakenBack() throws Exception {
        byte[] original = Files.readAllBytes(library.resolve("gate_01.wav"));
        open();
        until(() -> text("#metadata-summary").equals("3 files would change, 0 say all this already"));
        until(() -> afterwards().contains("DOORGate"));
        assertThat(library.resolve("gate_01.wav")).hasBinaryContent(original);

        clickOn("#write-metadata");
        until(() -> text("#metadata-summary").equals("3 files written"));
        assertThat(node("#write-metadata").isDisabled()).isTrue();
        assertThat(earmark.metadata().read(library.resolve("gate_01.wav")).toString())
                .contains("DOORGate");

        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> text("#metadata-summary").equals("3 files would change, 0 say all this already"));
        assertThat(library.resolve("gate_01.wav")).hasBinaryContent(original);
        type(KeyCode.ESCAPE); // while a notice is on show
        until(() -> !node("#metadata-page").isVisible());
        assertThat(plans()).isEmpty();
    }

    @Test
    void aFileThatIsUntickedStaysAsItIs() throws Exception {
        byte[] original = Files.readAllBytes(library.resolve("gate_01.wav"));
        open();
        until(() -> plans().size() == 3);
        type(KeyCode.ENTER); // the first file has the keyboard
        until(() -> text("#metadata-summary").equals("2 files would change, 0 say all this already, 1 left out"));
        clickOn("#write-metadata");
        until(() -> text("#metadata-summary").startsWith("2 files written"));
        assertThat(library.resolve("gate_01.wav")).hasBinaryContent(original);
    }

    @Test
    void goingToTheSearchBoxForgetsTheFiles() throws TimeoutException {
        open();
        until(() -> plans().size() == 3);
        push(KeyCode.CONTROL, KeyCode.F);
        until(() -> !node("#metadata-page").isVisible());
        assertThat(plans()).isEmpty();
    }

    private void open() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.I);
        until(() -> node("#metadata-page").isVisible());
    }

    private List<MetadataPlan> plans() {
        return this.<MetadataPlan>table("#metadata-files").getItems();
    }

    private String afterwards() {
        return this.<TextLine>table("#metadata-differences").getItems().toString();
    }

    private <T> TableView<T> table(String id) {
        return lookup(id).queryTableView();
    }

    private String text(String id) {
        return ((Label) node(id)).getText();
    }

    private Node node(String id) {
        return lookup(id).query();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
