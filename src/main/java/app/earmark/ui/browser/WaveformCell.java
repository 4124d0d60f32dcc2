package app.earmark.ui.browser;

import app.earmark.ui.waveform.WaveformOutline;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;

/** The clip's outline, small. */
final class WaveformCell extends TableCell<ResultRow, ClipCard> {

    private final WaveformOutline outline = new WaveformOutline();

    WaveformCell() {
        getStyleClass().add("waveform-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        outline.prefWidthProperty().bind(widthProperty().subtract(13));
        outline.setPrefHeight(26);
    }

    @Override
    protected void updateItem(ClipCard card, boolean empty) {
        super.updateItem(card, empty);
        if (empty || card == null || card.thumbnail().isEmpty()) {
            outline.setPeaks(null);
            setGraphic(null);
        } else {
            outline.setPeaks(card.thumbnail().get());
            setGraphic(outline);
        }
    }
}
