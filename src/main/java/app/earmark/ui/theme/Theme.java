package app.earmark.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;

/** The two looks of the window. */
public enum Theme {
    LIGHT,
    DARK;

    /** Puts the look on the program and its colours on the scene. */
    public void wear(Scene scene) {
        Application.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("earmark.css"), sheet(code() + ".css"));
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of this {@link #code()}, light for anything else. */
    public static Theme ofCode(String code) {
        return DARK.code().equals(code) ? DARK : LIGHT;
    }

    private static String sheet(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
