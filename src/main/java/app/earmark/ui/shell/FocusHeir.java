package app.earmark.ui.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Says who gets the keyboard when what had it is gone, such as the button of a task that ended. JavaFX gives it to the
 * first button in the window, which the next Enter would press.
 */
final class FocusHeir {

    private final Scene scene;
    private final Runnable inherit;
    private Node gone;

    /** @param inherit gives the focus to somebody */
    FocusHeir(Scene scene, Runnable inherit) {
        this.scene = scene;
        this.inherit = inherit;
        scene.focusOwnerProperty().addListener((property, before, now) -> moved(before, now));
    }

    /** JavaFX first takes the focus from a node that is gone, then gives it to the first one there is. */
    private void moved(Node before, Node now) {
        if (now == null) {
            gone = before;
        } else if (before == null && gone != null && !canHaveFocus(gone)) {
            Platform.runLater(() -> {
                if (scene.getFocusOwner() == now) {
                    inherit.run();
                }
            });
        }
    }

    private boolean canHaveFocus(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() == scene && !node.isDisabled();
    }
}
