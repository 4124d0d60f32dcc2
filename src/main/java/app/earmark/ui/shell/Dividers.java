package app.earmark.ui.shell;

import app.earmark.ui.settings.Settings;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Gives the side panes the widths they had last time, and remembers them. */
final class Dividers {

    private Dividers() {}

    static void keep(SplitPane split, Region left, Region right, Settings settings) {
        double leftWidth = settings.number("window.side-bar", 224);
        double rightWidth = settings.number("window.inspector", 330);
        left.setPrefWidth(leftWidth);
        right.setPrefWidth(rightWidth);
        split.widthProperty().addListener(new javafx.beans.value.ChangeListener<>() {
            @Override
            public void changed(
                    javafx.beans.value.ObservableValue<? extends Number> property, Number before, Number width) {
                if (width.doubleValue() > 0) {
                    split.widthProperty().removeListener(this);
                    Platform.runLater(() -> {
                        split.setDividerPositions(
                                leftWidth / width.doubleValue(), 1 - rightWidth / width.doubleValue());
                        left.widthProperty()
                                .addListener((p, old, now) -> settings.set("window.side-bar", now.intValue()));
                        right.widthProperty()
                                .addListener((p, old, now) -> settings.set("window.inspector", now.intValue()));
                    });
                }
            }
        });
    }
}
