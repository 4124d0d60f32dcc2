package app.earmark.ui.sheets;

import javafx.scene.control.ListCell;

/** A line of text that is broken where the list ends, instead of running out of it. */
final class WrappedLine extends ListCell<PreviewText.Line> {

    WrappedLine() {
        setWrapText(true);
        setPrefWidth(0); // the list's own width
    }

    @Override
    protected void updateItem(PreviewText.Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty || line == null ? null : line.toString());
    }
}
