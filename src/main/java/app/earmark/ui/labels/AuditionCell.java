package app.earmark.ui.labels;

import app.earmark.ui.text.ClipText;
import java.util.Locale;
import javafx.scene.control.ListCell;

/** A sound of the preview: its name, why it is shown, its score. */
final class AuditionCell extends ListCell<Audition> {

    @Override
    protected void updateItem(Audition audition, boolean empty) {
        super.updateItem(audition, empty);
        setText(
                empty || audition == null
                        ? null
                        : String.format(
                                Locale.ROOT,
                                "%s   %s  %.2f  ·  %s: %s",
                                ClipText.oneLine(audition.clip().fileName()),
                                audition.asserted() ? "✓" : "–",
                                audition.score(),
                                audition.label(),
                                audition.group().words()));
    }
}
