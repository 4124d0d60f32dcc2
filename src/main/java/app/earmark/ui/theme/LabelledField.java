package app.earmark.ui.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A field with what it is for at its left, for the eye and for a screen reader. */
public final class LabelledField extends HBox {

    public LabelledField(String text, Node field) {
        super(8);
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        getChildren().addAll(label, field);
        setAlignment(Pos.CENTER_LEFT);
    }
}
