package app.earmark.ui.metadata;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A text of a file in one line; whole in its tooltip. */
class TextCell<T> extends TableCell<T, String> {

    private final Function<T, String> hint;
    private final Tooltip tooltip = new Tooltip();

    TextCell(Function<T, String> hint) {
        this.hint = hint;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(600);
    }

    @Override
    protected void updateItem(String value, boolean empty) {
        super.updateItem(value, empty);
        T row = getTableRow() == null ? null : getTableRow().getItem();
        String more = empty || row == null ? "" : hint.apply(row);
        setText(empty || value == null ? null : value.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD"));
        tooltip.setText(more);
        setTooltip(more.isBlank() ? null : tooltip);
    }
}
