package app.earmark.ui.sheets;

import app.earmark.ui.text.ClipText;
import javafx.scene.control.ListCell;

/** Which sounds to export, and how many they are. */
final class ScopeCell extends ListCell<ExportScope> {

    private final ExportViewModel model;

    ScopeCell(ExportViewModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(ExportScope scope, boolean empty) {
        super.updateItem(scope, empty);
        setText(
                scope == null
                        ? ""
                        : scope.words()
                                + model.count(scope)
                                        .map(count -> " (" + ClipText.count(count) + ")")
                                        .orElse(""));
    }
}
