package app.earmark.ui.shell;

import app.earmark.ui.settings.Settings;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Gives the side panes the widths they had last time, and remembers them. */
final class Dividers {

    private Dividers() {}

    /**
     * @param width how wide the window will be
     */
    static void place(SplitPane split, double width, Settings settings) {
        Region left = (Region) split.getItems().get(0);
        Region right = (Region) split.getItems().get(2);
        split.setDividerPositions(
                settings.number("window.side-bar", 224) / width, 1 - settings.number("window.inspector", 336) / width);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        split.getDividers().forEach(divider -> divider.positionProperty().addListener((property, before, now) -> {
            if (split.getScene() != null && split.isPressed()) {
                settings.set("window.side-bar", Math.round(left.getWidth()));
                settings.set("window.inspector", Math.round(right.getWidth()));
            }
        }));
    }
}
