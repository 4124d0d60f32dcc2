package app.earmark.ui.shell;

import app.earmark.ui.settings.Settings;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Gives the side panes the widths they had last time, and remembers them; the right one can give up its room. */
final class Dividers {

    /** Below this width of the window the side panes start smaller. */
    private static final double NARROW = 1400;

    private final SplitPane split;
    private final Region left;
    private final Region right;
    private final Settings settings;

    /** @param split three panes; the middle one takes what the others leave */
    Dividers(SplitPane split, Settings settings) {
        this.split = split;
        this.settings = settings;
        left = (Region) split.getItems().get(0);
        right = (Region) split.getItems().get(2);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
    }

    /** @param width how wide the window will be */
    void place(double width) {
        split.setDividerPositions(
                settings.number("window.side-bar", width < NARROW ? 200 : 224) / width, 1 - rightWidth(width) / width);
        split.getDividers().forEach(this::remember);
    }

    private double rightWidth(double width) {
        return settings.number("window.inspector", width < NARROW ? 304 : 336);
    }

    private void remember(SplitPane.Divider divider) {
        divider.positionProperty().addListener((property, before, now) -> {
            if (split.getScene() != null && split.isPressed()) {
                settings.set("window.side-bar", Math.round(left.getWidth()));
                if (split.getItems().contains(right)) {
                    settings.set("window.inspector", Math.round(right.getWidth()));
                }
            }
        });
    }

    /** Gives the room of the right pane to the middle one, or takes it back. */
    void widen(boolean wide) {
        double width = split.getWidth();
        if (wide == !split.getItems().contains(right) || width == 0) {
            return;
        }
        double first = split.getDividerPositions()[0];
        if (wide) {
            split.getItems().remove(right);
            split.setDividerPositions(first);
        } else {
            split.getItems().add(right);
            split.setDividerPositions(first, 1 - rightWidth(width) / width);
            remember(split.getDividers().get(1));
        }
    }
}
