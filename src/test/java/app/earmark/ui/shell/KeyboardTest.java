package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The window worked by keys alone. */
class KeyboardTest extends WorkedWindowTest {

    private static final ClipId FIRST = new ClipId(1);

    @Test
    void aTagIsRejectedConfirmedAndTakenBackWithoutTheMouse() throws TimeoutException {
        typeTag("my word");
        assertThat(labels()).contains("my word");

        type(KeyCode.UP);
        until(() -> focus().getStyleClass().contains("tag-row"));
        while (!focus().getAccessibleText().startsWith("my word")) {
            Node before = focus();
            type(KeyCode.UP);
            assertThat(focus()).as("some row above is the tag's").isNotSameAs(before);
        }
        type(KeyCode.DELETE);
        until(() -> tags().rejected().contains("my word"));

        until(() -> focus().getStyleClass().contains("tag-row"));
        assertThat(labels()).doesNotContain("my word");
    }

    @Test
    void whatHadTheKeyboardLeavesItToTheResultsWhenItIsGone() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> model.search().filters().toggleCategory("DOORS"));
        until(() -> lookup("#reset-filters").tryQuery().isPresent());

        interact(() -> lookup("#reset-filters").query().requestFocus());
        type(KeyCode.ENTER);

        until(() -> lookup("#reset-filters").tryQuery().isEmpty());
        until(() -> focus() == table());
    }

    @Test
    void escapeLeavesTheTagFieldEmptyAndTheClipAsItWas() throws TimeoutException {
        type(KeyCode.DOWN);
        until(() -> model.inspector().inspected().get() != null);
        long before = catalog.revision();

        press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        write("dog");
        type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);

        until(() -> lookup("#add-tag").queryTextInputControl().getText().isEmpty());
        assertThat(catalog.revision()).isEqualTo(before);
    }

    @Test
    void undoWorksFromTheEmptiedTagField() throws TimeoutException {
        typeTag("my word");
        assertThat(focus()).isInstanceOf(TextInputControl.class);

        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);

        until(() -> !labels().contains("my word"));
        until(() -> model.inspector().inspected().get().tags().tags().stream()
                .noneMatch(tag -> tag.label().equals("my word")));
    }

    @Test
    void theHistoryTakesTheKeyboardFromTheTagField() throws TimeoutException {
        typeTag("my word");

        press(KeyCode.CONTROL, KeyCode.H).release(KeyCode.H, KeyCode.CONTROL);
        until(() -> "edits".equals(focus().getId()));
        until(() -> !lookup("#edits").queryListView().getSelectionModel().isEmpty());
        type(KeyCode.ENTER);
        until(() -> !labels().contains("my word"));
    }

    private void typeTag(String word) throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> table().requestFocus());
        type(KeyCode.DOWN);
        until(() -> model.inspector().inspected().get() != null);
        press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        write(word).type(KeyCode.ENTER);
        until(() -> labels().contains(word));
        until(() -> model.inspector().inspected().get().tags().tags().stream()
                .anyMatch(tag -> tag.label().equals(word)));
    }

    private java.util.List<String> labels() {
        return tags().tags().stream().map(Tag::label).toList();
    }

    private ClipTags tags() {
        return catalog.tagsOf(
                model.inspector().inspected().get() == null
                        ? FIRST
                        : model.inspector().inspected().get().clip().id());
    }

    private Node focus() {
        return stage.getScene().getFocusOwner();
    }
}
