package app.earmark.ui.theme;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A tooltip made only when the mouse first comes: each is a window of its own, and a table full of them takes longer to
 * build than all the rest of its rows. A screen reader has the text at once.
 */
public final class HoverText {

    private static final double WIDEST = 420;

    private final Node owner;
    private String text = "";
    private Tooltip tooltip;

    public HoverText(Node owner) {
        this.owner = owner;
        owner.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> follow());
    }

    /** @param text empty for none */
    public void set(String text) {
        this.text = text;
        owner.setAccessibleHelp(text.isEmpty() ? null : text);
        if (tooltip != null || owner.isHover()) {
            follow();
        }
    }

    public String get() {
        return text;
    }

    private void follow() {
        if (text.isEmpty()) {
            Tooltip.uninstall(owner, tooltip);
            tooltip = null;
        } else if (tooltip == null) {
            tooltip = new Tooltip(text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST);
            Tooltip.install(owner, tooltip);
        } else {
            tooltip.setText(text);
        }
    }
}
