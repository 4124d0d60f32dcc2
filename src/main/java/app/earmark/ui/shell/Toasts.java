package app.earmark.ui.shell;

import app.earmark.ui.task.TaskListViewModel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/** Shows each notice for some seconds in a corner of the window. */
final class Toasts {

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
                    .text(now.sentence())
                    .styleClass("toast");
            if (now.isWarning()) {
                toast.title("Something needs your attention").showWarning();
            } else {
                toast.show();
            }
        });
    }
}
