package app.earmark.ui.browser;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;

/** A cell of plain text taken from the row's card. */
final class CardCell extends TableCell<ResultRow, ClipCard> {

    private final Function<ClipCard, String> text;

    CardCell(Function<ClipCard, String> text, Pos alignment, String... styleClasses) {
        this.text = text;
        setAlignment(alignment);
        getStyleClass().addAll(styleClasses);
    }

    @Override
    protected void updateItem(ClipCard card, boolean empty) {
        super.updateItem(card, empty);
        setText(empty || card == null ? null : text.apply(card));
    }
}
