package app.earmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.progress.Progress;
import app.earmark.renaming.PlannedName;
import app.earmark.testing.Tones;
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

/** Renaming real files from the window, over a real catalogue, and back. */
class RenameInWindowTest extends ApplicationTest {

    private Path folder;
    private Path library;
    private Earmark earmark;
    private ShellViewModel model;

    @Override
    public void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("rename-in-window");
        library = folder.resolve("lib");
        for (String name : List.of("gate_01.wav", "gate_02.wav", "nameless.wav")) {
            Tones.sineFile(library.resolve(name), 300 + name.length(), 0.2, 44_100);
        }
        EarmarkHome home = new EarmarkHome(folder.resolve("home"));
        earmark = new Earmark(home, home.catalogue(), Access.CREATE, new StandardParts());
        earmark.scanner().scan(List.of(library), false, Progress.NONE);
        List<ClipId> gates = Stream.of("gate_01.wav", "gate_02.wav")
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
    void namesArePreviewedGivenAndTakenBack() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> names().size() == 3);
        clickOn("#rename-creator").write("EARM");
        until(() -> names().stream().anyMatch(n -> n.newName().equals("DOORGate_gate 01_EARM.wav")));
        assertThat(names()).anyMatch(n -> n.problem().orElse("").contains("“nameless.wav” has no CatID"));
        until(() -> text("#rename-summary").equals("2 sounds to rename, 0 named so already, 1 with a problem"));
        assertThat(library.resolve("gate_01.wav")).exists();

        clickOn("#rename");
        until(() -> text("#rename-summary").equals("2 sounds renamed"));
        assertThat(library.resolve("DOORGate_gate 01_EARM.wav")).exists();
        assertThat(library.resolve("gate_01.wav")).doesNotExist();
        assertThat(earmark.clips().matching(ClipFilter.ALL)).hasSize(3);
        assertThat(names()).anyMatch(n -> n.outcome() == PlannedName.Outcome.UNCHANGED);

        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> Files.exists(library.resolve("gate_01.wav")));
        until(() -> earmark.clips().findByPath(library.resolve("gate_02.wav")).isPresent());
        until(() -> text("#rename-summary").startsWith("2 sounds to rename"));
        assertThat(library.resolve(".earmark-names.csv")).doesNotExist();
        type(KeyCode.ESCAPE); // while a notice is on show
        until(() -> !node("#rename-page").isVisible());
    }

    @Test
    void goingToTheSearchBoxForgetsTheSounds() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> names().size() == 3);
        push(KeyCode.CONTROL, KeyCode.F);
        until(() -> !node("#rename-page").isVisible());
        assertThat(names()).isEmpty();
    }

    @Test
    void aLayoutThatCannotWorkSaysSoAndRenamesNothing() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> names().size() == 3);
        clickOn("#rename-pattern").write("{Wrong}");
        until(() -> lookup(".search-trouble").queryAll().stream()
                .anyMatch(n -> n.isVisible() && ((Label) n).getText().contains("There is no placeholder {Wrong}")));
        assertThat(node("#rename").isDisabled()).isTrue();
    }

    private List<PlannedName> names() {
        return this.<PlannedName>table("#rename-table").getItems();
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
