package app.earmark.ui.labels;

import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A sound of the preview: its name; below, the label, why it is shown, and its score. */
final class AuditionCell extends ListCell<Audition> {

    private final Label name = new Label();
    private final Label why = new Label();
    private final VBox lines = new VBox(1, name, why);
    private final HoverText hover = new HoverText(this);

    AuditionCell() {
        why.getStyleClass().add("edit-when");
        lines.setMinWidth(0);
        lines.setPrefWidth(1);
    }

    @Override
    protected void updateItem(Audition audition, boolean empty) {
        super.updateItem(audition, empty);
        if (empty || audition == null) {
            setGraphic(null);
            hover.set("");
            return;
        }
        name.setText(ClipText.oneLine(audition.clip().fileName()));
        why.setText(why(audition));
        hover.set(audition.clip().path() + "\n" + why.getText());
        setGraphic(lines);
    }

    private static String why(Audition audition) {
        String tagged = audition.group() == Audition.Group.BORDERLINE
                ? audition.asserted() ? ", would have it" : ", would not"
                : "";
        return String.format(
                Locale.ROOT,
                "%s: %s%s  ·  %.2f",
                audition.label(),
                audition.group().words(),
                tagged,
                audition.score());
    }
}
