package app.earmark.ui.theme;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and the flat buttons that carry nothing else; such a button always has a tooltip and an accessible name. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
    }

    public static Button button(Feather icon, String name, Runnable action) {
        Button button = button(icon, action);
        button.setAccessibleText(name);
        new HoverText(button).set(name);
        return button;
    }

    /** One that gets its tooltip and its accessible name later, and others again. */
    public static Button button(Feather icon, Runnable action) {
        Button button = new Button(null, of(icon));
        button.getStyleClass().addAll("flat", "button-icon", "icon-button");
        button.setOnAction(event -> action.run());
        return button;
    }

    public static ToggleButton toggle(Feather icon, String name) {
        ToggleButton button = new ToggleButton(null, of(icon));
        button.getStyleClass().addAll("flat", "button-icon", "icon-button");
        button.setAccessibleText(name);
        new HoverText(button).set(name);
        return button;
    }

    /** Shows or hides a node together with the room it takes. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
