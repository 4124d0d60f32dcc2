package app.earmark.ui.history;

import app.earmark.library.Edit;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One edit: what kind, when, by whom, what, on how many sounds, and a button that goes back before it. */
final class EditCell extends ListCell<Edit> {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    private final FontIcon icon = Icons.of(Feather.TAG);
    private final Label when = new Label();
    private final Label who = new Label("you");
    private final Label what = new Label();
    private final Label state = new Label("undone");
    private final Label clips = new Label();
    private final Button go = new Button();
    private final HBox row = new HBox(10, icon, when, who, what, state, clips, go);

    EditCell(HistoryViewModel model) {
        getStyleClass().add("edit-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1);
        when.getStyleClass().add("edit-when");
        when.setMinWidth(USE_PREF_SIZE);
        who.getStyleClass().addAll("source-badge", "source-person");
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        state.getStyleClass().addAll("source-badge", "quiet");
        state.setMinWidth(USE_PREF_SIZE);
        clips.getStyleClass().add("edit-when");
        clips.setMinWidth(USE_PREF_SIZE);
        go.getStyleClass().addAll("small", "flat", "edit-go");
        go.setMinWidth(USE_PREF_SIZE);
        go.setFocusTraversable(false);
        go.setDisable(model.readOnly());
        go.setOnAction(event -> model.goTo(getItem()));
    }

    @Override
    protected void updateItem(Edit edit, boolean empty) {
        super.updateItem(edit, empty);
        pseudoClassStateChanged(UNDONE, !empty && edit != null && edit.undone());
        if (empty || edit == null) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(
                switch (edit.kind()) {
                    case CATALOGUE -> Feather.TAG;
                    case RENAME -> Feather.EDIT_3;
                    case METADATA -> Feather.FILE_TEXT;
                });
        when.setText(WHEN.format(edit.at().atZone(ZoneId.systemDefault())));
        what.setText(edit.title());
        clips.setText(edit.clips() == 0 ? "" : ClipText.count(edit.clips(), "sound", "sounds"));
        Icons.show(state, edit.undone());
        go.setText(edit.undone() ? "Do again up to here" : "Undo up to here");
        setAccessibleText(edit.title() + (edit.undone() ? ", undone" : ""));
        setGraphic(row);
    }
}
