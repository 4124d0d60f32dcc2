package app.earmark.ui.shell;

import atlantafx.base.controls.Popover;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The keyboard shortcuts, listed. */
final class ShortcutSheet extends Popover {

    ShortcutSheet(List<Shortcut> shortcuts) {
        setTitle("Keyboard shortcuts");
        setHeaderAlwaysVisible(true);
        setDetachable(false);
        setArrowLocation(ArrowLocation.TOP_RIGHT);
        GridPane grid = new GridPane();
        grid.setId("shortcut-sheet");
        grid.getStyleClass().add("shortcut-sheet");
        int line = 0;
        Map<String, String> keys = new LinkedHashMap<>();
        shortcuts.forEach(shortcut ->
                keys.merge(shortcut.does(), shortcut.keys().getDisplayText(), (one, other) -> one + ", " + other));
        for (Map.Entry<String, String> entry : keys.entrySet()) {
            line = add(grid, line, entry.getValue(), entry.getKey());
        }
        line = add(grid, line, "↑ ↓", "Select and hear the sound above or below");
        line = add(grid, line, "Enter", "Play from the beginning");
        line = add(grid, line, "↑ in “Add a tag”", "Go to the tags of the sound");
        line = add(grid, line, "Enter on a tag", "Confirm it, or take back what you said");
        line = add(grid, line, "Delete on a tag", "Reject it");
        line = add(grid, line, "+ on a tag", "Add it to all selected sounds");
        line = add(grid, line, "F2 on a tag", "Replace it, or merge it with another");
        add(grid, line, "Esc", "Clear the search, then go to the results");
        setContentNode(grid);
    }

    private static int add(GridPane grid, int line, String keys, String does) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        grid.addRow(line, key, new Label(does));
        return line + 1;
    }

    void toggle(Node owner) {
        if (isShowing()) {
            hide();
        } else {
            show(owner);
        }
    }
}
