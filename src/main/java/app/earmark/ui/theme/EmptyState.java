package app.earmark.ui.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a view shows when it has nothing to show: a sentence, and what to do next. */
public final class EmptyState extends VBox {

    private final Label title = new Label();
    private final Label text = new Label();
    private final FlowPane actions = new FlowPane(8, 8);

    public EmptyState(Feather icon) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = Icons.of(icon);
        picture.getStyleClass().add("empty-icon");
        title.getStyleClass().add("empty-title");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        text.setMaxWidth(440);
        actions.setAlignment(Pos.CENTER);
        actions.setPrefWrapLength(520);
        actions.getStyleClass().add("empty-actions");
        getChildren().addAll(picture, title, text, actions);
    }

    public void say(String newTitle, String newText, Node... newActions) {
        title.setText(newTitle);
        text.setText(newText);
        actions.getChildren().setAll(newActions);
    }
}
