package app.earmark.ui.shell;

import atlantafx.base.controls.Popover;
import java.util.ArrayList;
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
        Map<String, String> keys = new LinkedHashMap<>();
        shortcuts.forEach(shortcut ->
                keys.merge(shortcut.does(), shortcut.keys().getDisplayText(), (one, other) -> one + ", " + other));
        List<List<String>> lines = new ArrayList<>();
        keys.forEach((does, pressed) -> lines.add(List.of(pressed, does)));
        lines.addAll(List.of(
                List.of("↑ ↓", "Select and hear the sound above or below"),
                List.of("Enter", "Play from the beginning"),
                List.of("↑ in “Add a tag”", "Go to the tags of the sound"),
                List.of("Enter on a tag", "Confirm it, or take back what you said"),
                List.of("Delete on a tag", "Reject it"),
                List.of("+ on a tag", "Add it to all selected sounds"),
                List.of("F2 on a tag or label", "Rename it, or merge it with another"),
                List.of("Esc", "Clear the search, then go to the results")));
        // two columns, so that all fits into the smallest window
        int half = (lines.size() + 1) / 2;
        for (int i = 0; i < lines.size(); i++) {
            Label key = new Label(lines.get(i).get(0));
            key.getStyleClass().add("key");
            key.setMinWidth(Label.USE_PREF_SIZE);
            Label does = new Label(lines.get(i).get(1));
            does.setMinWidth(Label.USE_PREF_SIZE);
            grid.add(key, i < half ? 0 : 2, i % half);
            grid.add(does, i < half ? 1 : 3, i % half);
        }
        setContentNode(grid);
    }

    void toggle(Node owner) {
        if (isShowing()) {
            hide();
        } else {
            show(owner);
        }
    }
}
