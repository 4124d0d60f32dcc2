package app.earmark.ui.shell;

import app.earmark.ui.theme.Icons;
import atlantafx.base.theme.Tweaks;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What the window can do beyond searching, in one list at the right of the top. */
final class MainMenu extends MenuButton {

    MainMenu() {
        super(null, Icons.of(Feather.MENU));
        setId("main-menu");
        getStyleClass().addAll("flat", "button-icon", "icon-button", Tweaks.NO_ARROW);
        setAccessibleText("Menu");
        setTooltip(new Tooltip("Menu (F10)"));
    }

    /** @param keys the keys that do the same; null for none */
    MainMenu add(String text, Feather icon, String keys, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        item.setMnemonicParsing(false);
        if (keys != null) {
            item.setAccelerator(KeyCombination.keyCombination(keys));
        }
        item.setOnAction(event -> action.run());
        getItems().add(item);
        return this;
    }

    /** A line between groups. */
    MainMenu line() {
        getItems().add(new SeparatorMenuItem());
        return this;
    }
}
