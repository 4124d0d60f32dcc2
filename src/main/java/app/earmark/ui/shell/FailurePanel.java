package app.earmark.ui.shell;

import app.earmark.library.ClipFailure;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Sounds that could not be listened to, a sentence each; opens below the table and leaves the rest usable. */
final class FailurePanel extends VBox {

    private final ListView<ClipFailure> list;

    FailurePanel(ObservableList<ClipFailure> failures) {
        setId("failures");
        getStyleClass().add("failure-panel");
        list = new ListView<>(failures);
        list.setAccessibleText("Sounds that could not be listened to");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new FailureCell());
        list.setPrefHeight(150);
        Label title = new Label();
        title.getStyleClass().add("panel-title");
        Runnable count =
                () -> title.setText(ClipText.count(failures.size(), "sound", "sounds") + " could not be listened to");
        count.run();
        failures.addListener((ListChangeListener<ClipFailure>) change -> count.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = new Button("Copy", Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("small", "flat");
        copy.setTooltip(new Tooltip("Copy the selected sentences, or all"));
        copy.setOnAction(event -> copy());
        Button close = Icons.button(Feather.X, "Close the list", () -> Icons.show(this, false));
        HBox header = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), title, space, copy, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        getChildren().addAll(header, list);
        Icons.show(this, false);
    }

    private void copy() {
        List<ClipFailure> selected = list.getSelectionModel().getSelectedItems();
        List<ClipFailure> chosen = List.copyOf(selected.isEmpty() ? list.getItems() : selected);
        ClipboardContent content = new ClipboardContent();
        content.putString(chosen.stream()
                .map(failure -> failure.code() + "\t" + failure.path() + "\t" + failure.message())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class FailureCell extends ListCell<ClipFailure> {

        private final Label code = new Label();
        private final Label sentence = new Label();
        private final HBox row = new HBox(8, code, sentence);

        FailureCell() {
            code.getStyleClass().add("failure-code");
            code.setMinWidth(110);
            sentence.setMinWidth(0);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ClipFailure failure, boolean empty) {
            super.updateItem(failure, empty);
            if (empty || failure == null) {
                setGraphic(null);
                setTooltip(null);
            } else {
                code.setText(failure.code());
                sentence.setText(failure.message());
                setTooltip(new Tooltip(failure.message() + "\n" + failure.path()));
                setGraphic(row);
            }
        }
    }
}
