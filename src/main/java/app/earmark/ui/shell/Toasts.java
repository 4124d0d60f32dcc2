package app.earmark.ui.shell;

import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows each notice for some seconds in a corner of the window. */
final class Toasts {

    private static final double WIDTH = 420;

    Toasts(TaskListViewModel tasks, Node owner) {
        tasks.notice().addListener((property, before, now) -> {
            if (owner.getScene() == null
                    || owner.getScene().getWindow() == null
                    || !owner.getScene().getWindow().isShowing()) {
                return;
            }
            Notifications toast = Notifications.create()
                    .owner(owner.getScene().getWindow())
                    .position(Pos.BOTTOM_RIGHT)
                    .hideAfter(Duration.seconds(now.isWarning() ? 12 : 5))
                    .styleClass("toast");
            toast.graphic(content(now)).show();
            leaveEscape();
        });
    }

    /** A notice comes unasked, so it must not take the key that is meant for the page. */
    private static void leaveEscape() {
        Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .map(Popup.class::cast)
                .filter(popup -> popup.getContent().stream().anyMatch(node -> node.lookup(".notification-bar") != null))
                .forEach(popup -> popup.setHideOnEscape(false));
    }

    private static Node content(TaskListViewModel.Notice notice) {
        Label sentence = new Label(notice.sentence());
        sentence.setWrapText(true);
        sentence.setMaxWidth(WIDTH);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox content = new HBox(8, sentence);
        content.getStyleClass().add("toast-content");
        if (notice.isWarning()) {
            FontIcon icon = Icons.of(Feather.ALERT_TRIANGLE);
            icon.getStyleClass().add("toast-warning");
            content.getChildren().add(0, icon);
        }
        return content;
    }
}
