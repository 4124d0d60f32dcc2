package app.earmark.ui.metadata;

import app.earmark.metadata.write.MetadataPlan;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;

/** Whether a file that would change is written. */
final class ChosenFileCell extends TableCell<MetadataPlan, String> {

    private final MetadataViewModel model;
    private final CheckBox box = new CheckBox();

    ChosenFileCell(MetadataViewModel model) {
        this.model = model;
        box.setFocusTraversable(false);
        box.setAccessibleText("Write into this file");
        box.setOnAction(event -> {
            model.toggle(getTableRow().getItem());
            getTableView().requestFocus();
        });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(String file, boolean empty) {
        super.updateItem(file, empty);
        MetadataPlan plan = getTableRow() == null ? null : getTableRow().getItem();
        boolean offered = !empty && plan != null && plan.changesFile();
        setGraphic(offered ? box : null);
        box.setSelected(offered && !model.leftOut().contains(plan.file()));
    }
}
