package app.earmark.ui.history;

import app.earmark.library.Edit;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
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
        list.setPlaceholder(nothing); // the list is there from the start, and can have the keyboard
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> keepPlace(before, now));
        model.edits().addListener((ListChangeListener<Edit>) change -> keepPlace(null, chosen()));
        VBox.setVgrow(list, Priority.ALWAYS);
        Label trouble = PageHeader.trouble(model.trouble());
        getChildren()
                .addAll(
                        new PageHeader("History", leave, undo, redo),
                        PageHeader.explanation("What you did, newest first. Undoing goes backwards, one step at a time,"
                                + " also after a restart; steps that were undone can be done again until you do"
                                + " something else."),
                        trouble,
                        list);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        // on the list itself, which lets no Enter pass
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && chosen() != null) {
                model.goTo(chosen());
                event.consume();
            }
        });
    }

    private Edit chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    /** When the list was read again, the same edit is chosen, or the newest one. */
    private void keepPlace(Edit before, Edit now) {
        if (now == null && !model.edits().isEmpty()) {
            int same = model.edits().stream().map(Edit::number).toList().indexOf(before == null ? -1 : before.number());
            Platform.runLater(() -> {
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().select(Math.max(0, same));
                }
            });
        }
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
