package app.earmark.ui.models;

import app.earmark.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks whether a model that is on the shelf shall be used, and says what happens then; waits for an answer, never modal. */
public final class OfferBar extends HBox {

    public OfferBar(ModelsViewModel model) {
        setId("model-offer");
        getStyleClass().add("offer-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label question = new Label();
        question.getStyleClass().add("offer-question");
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(question, sentence);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button use = new Button("Use it");
        use.setId("accept-model");
        use.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(event -> model.acceptOffer());
        Button later = new Button("Not now");
        later.setId("decline-model");
        later.getStyleClass().add(Styles.SMALL);
        later.setMinWidth(USE_PREF_SIZE);
        later.setOnAction(event -> model.declineOffer());
        getChildren().addAll(Icons.of(Feather.CPU), text, use, later);
        Icons.show(this, false);
        model.offer().addListener((property, before, now) -> {
            if (now != null) {
                question.setText("Use " + now.name() + "?");
                sentence.setText(now.sentence());
            }
            Icons.show(this, now != null);
        });
    }
}
