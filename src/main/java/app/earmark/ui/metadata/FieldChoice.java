package app.earmark.ui.metadata;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A field that may be written, and whether it is to be. */
public final class FieldChoice {

    private final String name;
    private final BooleanProperty chosen = new SimpleBooleanProperty(true);

    FieldChoice(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public BooleanProperty chosen() {
        return chosen;
    }
}
