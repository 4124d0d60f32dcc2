package app.earmark.ui.shell;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Hands keys to shortcuts before the focused control sees them, except where they type text or press a button. */
final class Shortcuts {

    private final List<Shortcut> all;
    private final Runnable down;
    private final Runnable toResults;
    private final IntConsumer step;
    private final Runnable settle;

    /**
     * @param down sees to it that a result in sight is selected when the down arrow leaves the search box
     * @param toResults puts the focus on the results
     * @param step moves the selection among the results by so many rows
     * @param settle makes filters of what was typed, when the search box is left for the results
     */
    Shortcuts(List<Shortcut> all, Runnable down, Runnable toResults, IntConsumer step, Runnable settle) {
        this.all = List.copyOf(all);
        this.down = down;
        this.toResults = toResults;
        this.step = step;
        this.settle = settle;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focus = scene.getFocusOwner();
            boolean typing = focus instanceof TextInputControl;
            // A field that was just emptied, such as the one for tags after Enter, has nothing of its own to undo.
            boolean emptied = typing
                    && ((TextInputControl) focus).getText().isEmpty()
                    && !"search-field".equals(focus.getId())
                    && event.isShortcutDown();
            boolean button = focus instanceof Button || focus instanceof ToggleButton || focus instanceof CheckBox;
            // A button that was only clicked does not keep the keys; one reached by the keyboard does.
            boolean pressing = (focus instanceof ButtonBase || focus instanceof ComboBoxBase) && focus.isFocusVisible();
            for (Shortcut shortcut : all) {
                if (shortcut.keys().match(event)
                        && (shortcut.whileTyping() || !typing || emptied)
                        && !(pressing && event.getCode() == KeyCode.SPACE)) {
                    shortcut.action().run();
                    event.consume();
                    return;
                }
            }
            if (button && !pressing && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
                toResults.run();
                step.accept(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            } else if (typing && "search-field".equals(focus.getId())) {
                leaveSearch(event, ((TextInputControl) focus).getText().isEmpty());
            }
        });
    }

    private void leaveSearch(KeyEvent event, boolean blank) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            settle.run();
            toResults.run();
            down.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && blank) {
            toResults.run();
        }
    }
}
