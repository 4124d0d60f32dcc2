package app.earmark.ui.sheets;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;

/** A line of text that is broken where the list ends, instead of running out of it. */
final class WrappedLine extends ListCell<PreviewText.Line> {

    /** What stands at both sides of the text, the scroll bar among it. */
    private static final double MARGINS = 60;

    private final Text text = new Text(); // a wrapping label would not tell the list its height

    WrappedLine(ListView<PreviewText.Line> list) {
        text.getStyleClass().add("wrapped-line");
        text.wrappingWidthProperty().bind(list.widthProperty().subtract(MARGINS));
        setPrefWidth(0); // the list's own width
    }

    @Override
    protected void updateItem(PreviewText.Line line, boolean empty) {
        super.updateItem(line, empty);
        boolean shown = !empty && line != null;
        text.setText(shown ? line.toString() : "");
        setGraphic(shown ? text : null);
    }
}
