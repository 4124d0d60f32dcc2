package app.earmark.ui.inspector;

import app.earmark.ui.theme.Icons;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A line about one label that can have the keyboard; its keys do what its buttons do. */
abstract class LabelRow extends HBox {

    private final Map<KeyCode, Runnable> keys = new EnumMap<>(KeyCode.class);
    private final boolean readOnly;

    LabelRow(String says, Region chip, boolean readOnly) {
        this.readOnly = readOnly;
        getStyleClass().add("tag-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(says);
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::pressed);
        setAlignment(Pos.CENTER_LEFT);
        chip.setMinWidth(0);
        HBox holder = new HBox(chip);
        holder.setAlignment(Pos.CENTER_LEFT);
        holder.setMinWidth(0);
        HBox.setHgrow(holder, Priority.ALWAYS);
        getChildren().add(holder);
    }

    private void pressed(KeyEvent event) {
        Runnable action = keys.get(event.getCode());
        if (action != null && !event.isShortcutDown()) {
            action.run();
            event.consume();
        }
    }

    /** A button that the keys stand in for. */
    final void act(Feather icon, String name, Runnable action, KeyCode... standIns) {
        Button button = Icons.button(icon, name, action);
        button.getStyleClass().add("tag-action");
        button.setFocusTraversable(false);
        button.setDisable(readOnly);
        getChildren().add(new StackPane(button));
        for (KeyCode key : standIns) {
            keys.put(key, button::fire);
        }
    }

    /** A key without a button. */
    final void act(KeyCode key, Runnable action) {
        if (!readOnly) {
            keys.put(key, action);
        }
    }
}
