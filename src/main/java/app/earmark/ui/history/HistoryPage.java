package app.earmark.ui.history;

import app.earmark.library.Edit;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything that was done, newest first; in the place of the results until it is closed. */
public final class HistoryPage extends VBox {

    private final HistoryViewModel model;
    private final ListView<Edit> list;

    /** @param leave goes back to the results */
    public HistoryPage(HistoryViewModel model, Runnable leave) {
        this.model = model;
        setId("history-page");
        getStyleClass().add("page");
        Button undo = Icons.button(Feather.CORNER_UP_LEFT, "Undo (Ctrl+Z)", model::undo);
        undo.setId("undo");
        Button redo = Icons.button(Feather.CORNER_UP_RIGHT, "Do again (Ctrl+Shift+Z)", model::redo);
        redo.setId("redo");
        undo.setDisable(model.readOnly());
        redo.setDisable(model.readOnly());
        list = new ListView<>(model.edits());
        list.setId("edits");
        list.setAccessibleText("What was done, newest first");
        list.getStyleClass().add("edits");
        list.setCellFactory(owner -> new EditCell(model));
        EmptyState nothing = new EmptyState(Feather.CLOCK);
        nothing.say(
                "Nothing was changed yet",
                "Tags you confirm, reject or add, labels you change and files you rename appear here, and can be undone.");
        nothing.visibleProperty().bind(Bindings.isEmpty(model.edits()));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.edits()));
        StackPane content = new StackPane(list, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        Label trouble = PageHeader.trouble(model.trouble());
        getChildren()
                .addAll(
                        new PageHeader("History", leave, undo, redo),
                        PageHeader.explanation("What you did, newest first. Undoing goes backwards, one step at a time,"
                                + " also after a restart; steps that were undone can be done again until you do"
                                + " something else."),
                        trouble,
                        content);
        setOnKeyPressed(event -> {
            Edit chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
            } else if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.goTo(chosen);
            } else {
                return;
            }
            event.consume();
        });
    }

    /** Reads what was done, and takes the keyboard. */
    public void open() {
        model.refresh();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }
}
