package app.earmark.ui.sheets;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;

/** A column there is, and whether the sheet has it. */
final class KnownColumnCell extends ListCell<String> {

    private final ExportViewModel model;
    private final CheckBox box = new CheckBox();

    KnownColumnCell(ExportViewModel model) {
        this.model = model;
        box.setFocusTraversable(false);
        box.setOnAction(event -> model.toggle(getItem()));
    }

    @Override
    protected void updateItem(String field, boolean empty) {
        super.updateItem(field, empty);
        if (empty || field == null) {
            setGraphic(null);
        } else {
            box.setText(field);
            box.setSelected(model.has(field));
            setGraphic(box);
        }
    }
}
