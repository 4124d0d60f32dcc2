package app.earmark.ui.shell;

import app.earmark.ui.theme.EmptyState;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Shown in the window's place when the catalogue can't be opened. */
final class StartFailure extends StackPane {

    StartFailure(Throwable failure) {
        EmptyState state = new EmptyState(Feather.ALERT_TRIANGLE);
        String sentence = failure.getMessage() == null ? "The log in Earmark's folder says why." : failure.getMessage();
        state.say("Earmark could not open its catalogue", sentence);
        getChildren().add(state);
    }
}
