package app.earmark.ui.inspector;

import app.earmark.library.AudioFacts;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import java.util.OptionalDouble;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Clips that sound like the one inspected, most alike first; a click plays one. */
final class SimilarList extends VBox {

    SimilarList(InspectorViewModel model, InspectorActions actions) {
        setId("similar-sounds");
        getStyleClass().add("similar-list");
        model.similar().addListener((ListChangeListener<SimilarClip>) change -> getChildren()
                .setAll(model.similar().stream()
                        .map(similar -> line(similar, actions))
                        .toList()));
    }

    private static HBox line(SimilarClip similar, InspectorActions actions) {
        String name = ClipText.oneLine(similar.clip().fileName());
        Label text = new Label(name);
        text.getStyleClass().add("similar-name");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label length = quiet(
                similar.clip()
                        .facts()
                        .map(AudioFacts::durationSeconds)
                        .map(ClipText::duration)
                        .orElse(""),
                40);
        Label score = quiet(ClipText.score(OptionalDouble.of(similar.similarity())), 28);
        HBox row = new HBox(6, Icons.of(Feather.PLAY), text, length, score);
        row.setAlignment(Pos.CENTER_LEFT);
        Button play = new Button();
        play.setGraphic(row);
        play.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        play.getStyleClass().setAll("button", "side-line", "similar-line");
        play.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(play.widthProperty().subtract(14));
        play.setTooltip(new Tooltip("Play " + similar.clip().path()));
        play.setAccessibleText("Play " + name + ", similarity " + score.getText());
        play.setOnAction(event -> actions.play(similar.clip(), similar.moment()));
        HBox.setHgrow(play, Priority.ALWAYS);
        Button more = Icons.button(Feather.RADIO, "Sounds like " + name, () -> actions.soundsLike(similar.clip()));
        more.getStyleClass().add("tag-action");
        HBox line = new HBox(play, more);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label quiet(String text, double width) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet-number");
        label.setMinWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
