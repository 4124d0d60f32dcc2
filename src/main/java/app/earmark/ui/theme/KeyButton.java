package app.earmark.ui.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A button that shows the key that does the same. It never takes the keyboard, which stays where keys are listened to. */
public final class KeyButton extends Button {

    public KeyButton(String key, String text, Runnable action) {
        super(text, key(key));
        getStyleClass().add("key-button");
        setMnemonicParsing(false);
        setFocusTraversable(false);
        setAccessibleText(text + " (" + key + ")");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> action.run());
    }

    private static Label key(String key) {
        Label label = new Label(key);
        label.getStyleClass().add("key");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** A key and what it does, without a button. */
    public static Node hint(String key, String does) {
        Label what = new Label(does);
        what.getStyleClass().add("caption");
        what.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(5, key(key), what);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
