package app.earmark.ui.shell;

import app.earmark.ui.theme.EmptyState;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown in the window's place when the catalogue can't be opened, or the window can't be built. */
final class StartFailure extends StackPane {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);
    private static final String SEE_LOG = "The log in Earmark's folder says why.";

    private StartFailure(String title, String sentence) {
        EmptyState state = new EmptyState(Feather.ALERT_TRIANGLE);
        state.say(title, sentence);
        getChildren().add(state);
    }

    /** The catalogue's own sentence says what is wrong. */
    static StartFailure catalogue(Throwable failure) {
        LOG.error("the catalogue can't be opened", failure);
        return new StartFailure(
                "Earmark could not open its catalogue", failure.getMessage() == null ? SEE_LOG : failure.getMessage());
    }

    /** A defect of the program: its message is for the log. */
    static StartFailure window(Throwable failure) {
        LOG.error("the window can't be built", failure);
        return new StartFailure("Earmark could not build its window", SEE_LOG);
    }
}
