package app.earmark.ui.shell;

import javafx.scene.input.KeyCombination;

/**
 * A key and what it does.
 *
 * @param whileTyping whether it also works while a text is being typed
 */
record Shortcut(KeyCombination keys, String does, boolean whileTyping, Runnable action) {

    static Shortcut of(String keys, String does, Runnable action) {
        return new Shortcut(
                KeyCombination.keyCombination(keys), does, keys.length() > 1 && !keys.equals("Space"), action);
    }

    /** Keys that a text field wants for itself. */
    static Shortcut outsideText(String keys, String does, Runnable action) {
        return new Shortcut(KeyCombination.keyCombination(keys), does, false, action);
    }
}
