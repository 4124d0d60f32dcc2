package app.earmark.ui.sheets;

import app.earmark.export.SheetColumn;
import app.earmark.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A column of the sheet: its heading, what stands in it, and its place. */
final class ChosenColumnCell extends ListCell<SheetColumn> {

    private final ExportViewModel model;
    private final Label heading = new Label();
    private final Label field = new Label();
    private final HBox line;

    ChosenColumnCell(ExportViewModel model) {
        this.model = model;
        field.getStyleClass().add("sheet-hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(
                6,
                heading,
                field,
                space,
                Icons.button(Feather.ARROW_UP, "Further to the left", () -> model.move(getItem(), -1)),
                Icons.button(Feather.ARROW_DOWN, "Further to the right", () -> model.move(getItem(), 1)),
                Icons.button(
                        Feather.X,
                        "Leave this column out",
                        () -> model.toggle(getItem().field())));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().forEach(node -> node.setFocusTraversable(false));
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        SheetColumn column = getItem();
        TextField typed = new TextField(column.heading());
        typed.setId("column-heading");
        typed.setOnAction(event -> {
            ListView<SheetColumn> list = getListView();
            int place = getIndex();
            cancelEdit();
            model.rename(column, typed.getText());
            list.getSelectionModel().clearAndSelect(place);
        });
        typed.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        typed.focusedProperty().addListener((property, before, now) -> {
            if (!now && isEditing()) {
                cancelEdit();
            }
        });
        setGraphic(typed);
        typed.requestFocus();
        typed.selectAll();
    }

    @Override
    public void cancelEdit() {
        boolean typing = getGraphic() instanceof TextField typed && typed.isFocused();
        super.cancelEdit();
        if (typing) {
            getListView().requestFocus();
        }
        setGraphic(isEmpty() ? null : line);
    }

    @Override
    protected void updateItem(SheetColumn column, boolean empty) {
        super.updateItem(column, empty);
        if (empty || column == null) {
            setGraphic(null);
        } else {
            heading.setText(column.heading());
            field.setText(column.heading().equals(column.field()) ? "" : column.field());
            setGraphic(line);
        }
    }
}
