package app.earmark.ui.library;

import app.earmark.ui.text.ClipText;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line to click: name at the left, count at the right; marked while the view is narrowed to it. */
final class SideLine extends Button {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    SideLine(FontIcon icon, String name, long count, String explanation, Runnable action) {
        getStyleClass().setAll("button", "side-line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        Label text = new Label(name, icon);
        text.getStyleClass().add("side-name");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label number = new Label(ClipText.count(count));
        number.getStyleClass().add("side-count");
        number.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(6, text, number);
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(widthProperty().subtract(20));
        setGraphic(row);
        setAccessibleText(name + ", " + ClipText.count(count, "sound", "sounds"));
        if (!explanation.isEmpty()) {
            setTooltip(new Tooltip(explanation));
        }
        setOnAction(event -> action.run());
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
