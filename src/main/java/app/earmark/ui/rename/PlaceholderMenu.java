package app.earmark.ui.rename;

import app.earmark.renaming.NamePattern;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** Puts a placeholder into a layout of names, where the caret is. */
final class PlaceholderMenu extends MenuButton {

    private static final List<String> FIRST =
            List.of("CatID", "FXName", "CreatorID", "SourceID", "UserData", "Name", "Number");

    PlaceholderMenu(TextField layout) {
        super("Insert");
        setId("rename-placeholders");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("What a name can be made of"));
        FIRST.forEach(name -> getItems().add(item(name, layout)));
        getItems().add(new SeparatorMenuItem());
        NamePattern.placeholders().stream()
                .filter(name -> !FIRST.contains(name))
                .forEach(name -> getItems().add(item(name, layout)));
    }

    private static MenuItem item(String name, TextField layout) {
        String text = "{" + (name.equals("Number") ? name + ":2" : name) + "}";
        MenuItem item = new CustomMenuItem(new Label(text));
        item.setOnAction(event -> {
            layout.requestFocus();
            layout.deselect();
            layout.insertText(layout.getCaretPosition(), text);
        });
        return item;
    }
}
