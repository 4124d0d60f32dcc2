package app.earmark.ui.shell;

import app.earmark.library.ClipId;
import app.earmark.ui.tags.ReplaceTag;
import app.earmark.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a label beyond confirming and rejecting it. */
final class TagMenus {

    private final ShellViewModel model;
    private final Shell shell;

    TagMenus(ShellViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
    }

    void show(String label, List<ClipId> on, Node owner, ContextMenuEvent event) {
        ContextMenu menu = new ContextMenu();
        MenuItem replace = item("Rename or merge…", Feather.EDIT_2, () -> replace(label, on, owner));
        replace.setAccelerator(KeyCombination.keyCombination("F2"));
        replace.setDisable(model.readOnly());
        menu.getItems().addAll(item("Only sounds with this tag", Feather.FILTER, () -> shell.onlyTag(label)), replace);
        menu.show(owner, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /** @param on the sounds to replace it on; empty for everywhere */
    void replace(String label, List<ClipId> on, Node owner) {
        if (!model.readOnly()) {
            new ReplaceTag(model.edits(), label, on).askAt(owner);
        }
    }

    private static MenuItem item(String text, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        item.setOnAction(event -> action.run());
        return item;
    }
}
