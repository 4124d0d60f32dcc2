package app.earmark.ui.adapter;

import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How searches learn from names; in the place of the results until it is closed. */
public final class AdapterPage extends VBox {

    private final AdapterViewModel model;
    private final Button learn = new Button();

    /** @param leave goes back to the results */
    public AdapterPage(AdapterViewModel model, Runnable leave) {
        this.model = model;
        setId("adapter-page");
        getStyleClass().add("page");
        getChildren()
                .addAll(
                        new PageHeader("Learn from names", leave),
                        PageHeader.explanation(
                                "Well-named sounds show what your library calls things. Earmark can learn"
                                        + " from their names, descriptions and the tags you confirmed, and then finds badly"
                                        + " named sounds, too. It tries itself on names it did not see, and searches use it only"
                                        + " if it finds more of them than the model alone."),
                        card());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    private VBox card() {
        Label state = new Label();
        state.setId("adapter-state");
        state.getStyleClass().add("card-title");
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.learning().get()
                                ? "Learning…"
                                : model.used().get()
                                        ? "In use"
                                        : model.fitted().get() ? "Not in use" : "Not learnt yet",
                        model.learning(),
                        model.used(),
                        model.fitted()));
        Label sentence = words("adapter-sentence");
        sentence.textProperty().bind(model.sentence());
        Label detail = words("adapter-detail");
        detail.textProperty().bind(model.detail());
        shownWhile(detail, model.detail().isNotEmpty());
        Label outdated = words("adapter-outdated");
        outdated.setText("Much has changed since; learning again is worth it.");
        shownWhile(outdated, model.outdated());
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(220);
        shownWhile(bar, model.learning());
        VBox card = new VBox(8, state, sentence, detail, outdated, bar, buttons());
        card.setMaxWidth(680);
        card.getStyleClass().add("model-card");
        VBox around = new VBox(card);
        around.getStyleClass().add("model-cards");
        return around;
    }

    private HBox buttons() {
        learn.setId("adapter-learn");
        learn.setGraphic(Icons.of(Feather.BOOK_OPEN));
        learn.getStyleClass().add("accent");
        learn.textProperty()
                .bind(Bindings.when(model.fitted()).then("Learn again").otherwise("Learn from names"));
        learn.setOnAction(event -> model.learn());
        learn.setDisable(model.readOnly());
        shownWhile(learn, model.learning().not());
        Button stop = new Button("Stop", Icons.of(Feather.X));
        stop.setId("adapter-stop");
        stop.setOnAction(event -> model.stop());
        shownWhile(stop, model.learning());
        Button forget = new Button("Forget it", Icons.of(Feather.TRASH_2));
        forget.setId("adapter-forget");
        forget.setDisable(model.readOnly());
        forget.setOnAction(event -> model.forget());
        shownWhile(forget, model.fitted().and(model.learning().not()));
        HBox buttons = new HBox(8, learn, stop, forget);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /** Reads where it stands, and takes the keyboard. */
    public void open() {
        model.refresh();
        learn.requestFocus();
    }
}
