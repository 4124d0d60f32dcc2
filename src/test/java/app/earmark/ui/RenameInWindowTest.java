package app.earmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.renaming.PlannedName;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Renaming real files from the window, over a real catalogue, and back. */
class RenameInWindowTest extends RealFilesWindowTest {

    RenameInWindowTest() {
        super("gate_01.wav", "gate_02.wav");
    }

    @Test
    void namesArePreviewedGivenAndTakenBack() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> names().size() == 3);
        clickOn("#rename-creator").write("EARM");
        until(() -> names().stream().anyMatch(n -> n.newName().equals("DOORGate_gate 01_EARM.wav")));
        assertThat(names()).anyMatch(n -> n.problem().orElse("").contains("“nameless.wav” has no CatID"));
        until(() -> text("#rename-summary").equals("2 sounds to rename, 1 with a problem"));
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
        assertThat(names()).as("names made by the layout before").isEmpty();
        until(() -> text("#rename-summary").isEmpty());
    }

    @Test
    void aPlaceholderFromTheMenuGoesWhereTheCaretIsAndWhyANameCannotBeGivenIsSaid() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> names().size() == 3);
        write("{Format}"); // the layout has the keyboard
        interact(() -> ((TextField) node("#rename-pattern")).positionCaret(0));
        interact(() ->
                ((MenuButton) node("#rename-placeholders")).getItems().get(0).fire());
        assertThat(((TextField) node("#rename-pattern")).getText()).isEqualTo("{CatID}{Format}");
        until(() -> names().stream().anyMatch(n -> n.newName().equals("DOORGateWAV.wav")));
        interact(() -> table("#rename-table").getSelectionModel().clearAndSelect(0));
        assertThat(text("#rename-remark"))
                .isEqualTo("“gate_01.wav” can't be called “DOORGateWAV.wav”: another file would be called so, too.");
    }

    private List<PlannedName> names() {
        return this.<PlannedName>table("#rename-table").getItems();
    }
}
