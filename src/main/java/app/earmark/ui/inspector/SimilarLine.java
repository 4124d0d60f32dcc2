package app.earmark.ui.inspector;

import app.earmark.library.AudioFacts;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import app.earmark.ui.theme.Icons;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A clip that sounds like the inspected one; a click plays it. */
final class SimilarLine extends HBox {

    private final Label name = new Label();
    private final Label length = quiet(40);
    private final Label score = quiet(28);
    private final Button play = new Button();
    private final HoverText playHover = new HoverText(play);
    private final Button more;
    private final HoverText moreHover;
    private SimilarClip shown;

    SimilarLine(InspectorActions actions) {
        name.getStyleClass().add("similar-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(6, Icons.of(Feather.PLAY), name, length, score);
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(play.widthProperty().subtract(14));
        play.setGraphic(row);
        play.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        play.getStyleClass().setAll("button", "side-line", "similar-line");
        play.setMaxWidth(Double.MAX_VALUE);
        play.setOnAction(event -> actions.play(shown.clip(), shown.moment()));
        HBox.setHgrow(play, Priority.ALWAYS);
        more = Icons.button(Feather.RADIO, () -> actions.soundsLike(shown.clip()));
        more.getStyleClass().add("tag-action");
        moreHover = new HoverText(more);
        getChildren().addAll(play, more);
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(SimilarClip similar) {
        shown = similar;
        String file = ClipText.oneLine(similar.clip().fileName());
        name.setText(file);
        length.setText(similar.clip()
                .facts()
                .map(AudioFacts::durationSeconds)
                .map(ClipText::duration)
                .orElse(""));
        score.setText(ClipText.score(OptionalDouble.of(similar.similarity())));
        playHover.set("Play " + similar.clip().path());
        play.setAccessibleText("Play " + file + ", similarity " + score.getText());
        moreHover.set("Sounds like " + file);
        more.setAccessibleText("Sounds like " + file);
    }

    private static Label quiet(double width) {
        Label label = new Label();
        label.getStyleClass().add("quiet-number");
        label.setMinWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
