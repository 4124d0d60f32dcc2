package app.earmark.ui.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.export.SheetColumn;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.shell.ShellViewModel;
import app.earmark.ui.shell.WindowParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The pages of sheets in the window. */
class SheetPagesTest extends ApplicationTest {

    @TempDir
    Path folder;

    private final MemoryCatalog catalog = MemoryCatalog.of(200);
    private ShellViewModel model;
    private ExportViewModel exporting;
    private ImportViewModel importing;

    @Override
    public void start(Stage stage) {
        WindowParts parts = MemoryWindow.parts(catalog, new MemoryAudition());
        model = MemoryWindow.show(stage, parts, new Settings());
        exporting = model.exporting();
        importing = model.importing();
    }

    @Override
    public void stop() {
        model.stop();
    }

    @Test
    void columnsAreFoundChosenAndKeptAsAPreset() throws TimeoutException {
        open(KeyCode.E, "#export-page");
        ListView<String> known = list("#known-columns");
        ListView<?> chosen = list("#chosen-columns");
        assertThat(chosen.getItems()).hasSize(known.getItems().size());

        ComboBox<?> presets = (ComboBox<?>) find("#presets");
        interact(() -> presets.getSelectionModel().select(4));
        assertThat(chosen.getItems().toString()).contains("Originator=Library");

        interact(() -> ((TextField) find("#find-column")).setText("micro"));
        assertThat(known.getItems()).containsExactly("Microphone");
        interact(() -> {
            known.getSelectionModel().selectFirst();
            known.requestFocus();
        });
        type(KeyCode.ENTER);
        assertThat(chosen.getItems().toString()).endsWith("Microphone]");
        assertThat(presets.getValue()).isNull();

        interact(() -> ((TextField) find("#preset-name")).setText("Mine"));
        clickOn("#save-preset");
        until(() -> presets.getValue() != null);
        assertThat(exporting.preset()).get().matches(preset -> preset.name().equals("Mine"));
        type(KeyCode.ESCAPE);
        assertThat(find("#export-page").isVisible()).isFalse();
    }

    @Test
    void theCountOfSelectedSoundsIsThatOfNow() throws TimeoutException {
        until(() -> !lookup("#results-table").queryTableView().getItems().isEmpty());
        for (int selected : new int[] {1, 3}) {
            interact(() -> {
                lookup("#results-table").queryTableView().getSelectionModel().clearSelection();
                lookup("#results-table").queryTableView().getSelectionModel().selectRange(0, selected);
            });
            open(KeyCode.E, "#export-page");
            until(() -> ("Selected sounds (" + selected + ")").equals(shown("#export-scope")));
            type(KeyCode.ESCAPE);
        }
    }

    @Test
    void aPresetOfTheSameColumnsAsAnotherIsShownWhenItIsKept() throws TimeoutException {
        open(KeyCode.E, "#export-page");
        for (String name : new String[] {"One", "Two"}) {
            interact(() -> ((TextField) find("#preset-name")).setText(name));
            clickOn("#save-preset");
            until(() -> name.equals(shown("#presets")));
        }
    }

    /** What a combo box shows of its value. */
    private String shown(String box) {
        return ((ComboBox<?>) find(box))
                .getChildrenUnmodifiable().stream()
                        .filter(ListCell.class::isInstance)
                        .map(cell -> ((ListCell<?>) cell).getText())
                        .findFirst()
                        .orElse("");
    }

    @Test
    void columnsAreMovedRenamedAndRemovedByKeys() throws TimeoutException {
        open(KeyCode.E, "#export-page");
        ListView<SheetColumn> chosen = list("#chosen-columns");
        interact(() -> {
            chosen.requestFocus();
            chosen.getSelectionModel().clearAndSelect(0);
        });
        push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(chosen.getItems().get(1).field()).isEqualTo("Filename");
        assertThat(chosen.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        type(KeyCode.F2);
        write("Name");
        type(KeyCode.ENTER);
        assertThat(chosen.getItems().get(1)).isEqualTo(new SheetColumn("Filename", "Name"));
        assertThat(chosen.isFocused()).isTrue();
        assertThat(chosen.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        type(KeyCode.F2);
        type(KeyCode.ESCAPE);
        assertThat(find("#export-page").isVisible())
                .as("Esc ended only the typing")
                .isTrue();
        type(KeyCode.DELETE);
        assertThat(exporting.has("Filename")).isFalse();
    }

    @Test
    void aPresetThatCannotBeKeptLeavesItsNameForAnotherTry() throws TimeoutException {
        open(KeyCode.E, "#export-page");
        TextField name = (TextField) find("#preset-name");
        interact(() -> name.setText("Everything"));
        clickOn("#save-preset");
        until(() -> exporting.trouble().get().contains("comes with Earmark"));
        assertThat(name.getText()).isEqualTo("Everything");
    }

    @Test
    void aSheetIsShownBeforeItChangesAnythingAndCanBeTakenBack() throws Exception {
        until(() -> !lookup("#results-table").queryTableView().getItems().isEmpty());
        String name = catalog.find(
                        catalog.matching(app.earmark.library.ClipFilter.ALL).get(0))
                .orElseThrow()
                .fileName();
        Path sheet = Files.writeString(
                folder.resolve("s.csv"), "File Name;Weather\n\"" + name + "\";gladiator\nnowhere.wav;x\n");
        interact(() -> importing.open(sheet));
        until(() -> importing.plan().get() != null);
        assertThat(importing.plan().get().changes()).isEmpty();
        assertThat(((Label) find("#sheet-reading")).getText()).contains("separated by semicolons");
        assertThat(find("#apply-import").isDisabled()).isTrue();

        interact(() -> importing.map(1, app.earmark.importing.ImportField.named("Tags")));
        until(() -> importing.plan().get() != null
                && !importing.plan().get().changes().isEmpty());
        assertThat(((Label) find("#import-outcome")).getText())
                .contains("2 rows")
                .contains("1 not matched")
                .contains("1 sound would change");
        assertThat(list("#import-preview").getItems().toString())
                .contains("no sound called nowhere.wav")
                .contains("+ gladiator");
        ComboBox<?> part = (ComboBox<?>) find("#import-part");
        interact(() -> part.getSelectionModel().select(2));
        assertThat(part.getValue()).hasToString("What would change (1)");
        assertThat(list("#import-preview").getItems().toString()).doesNotContain("nowhere.wav");
        assertThat(catalog.evidence().toString()).doesNotContain("gladiator");

        interact(() -> importing.apply());
        until(() -> importing.done().get() != null);
        assertThat(catalog.verdictsOn("gladiator")).hasSize(1);
        assertThat(find("#undo-import").isVisible()).isTrue();
        interact(() -> ((javafx.scene.control.Button) find("#undo-import")).fire());
        until(() -> catalog.verdictsOn("gladiator").isEmpty());
        until(() -> importing.done().get() == null && importing.plan().get() != null);
        assertThat(importing.plan().get().changes()).isNotEmpty();
        assertThat(find("#undo-import").isVisible()).isFalse();
    }

    @Test
    void aFileThatIsNoSheetIsSaidInASentence() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        interact(() -> importing.open(empty));
        until(() -> !importing.trouble().get().isEmpty());
        assertThat(importing.trouble().get()).isEqualTo("The sheet " + empty + " can't be read: it is empty.");
    }

    private void open(KeyCode key, String page) throws TimeoutException {
        until(() -> !lookup("#results-table").queryTableView().getItems().isEmpty());
        push(KeyCode.CONTROL, key);
        until(() -> find(page).isVisible());
    }

    private Node find(String id) {
        return lookup(id).query();
    }

    @SuppressWarnings("unchecked")
    private <T> ListView<T> list(String id) {
        return (ListView<T>) find(id);
    }

    private void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
