package app.earmark.ui.models;

import app.earmark.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All models, one below the other; in the place of the results until it is closed. */
public final class ModelsPage extends VBox {

    private final ModelsViewModel model;
    private final VBox cards = new VBox();
    private final Button close;

    /**
     * @param choosePlace asks for a folder or archive to import
     * @param leave goes back to the results
     */
    public ModelsPage(ModelsViewModel model, Supplier<Optional<Path>> choosePlace, Runnable leave) {
        this.model = model;
        setId("models-page");
        getStyleClass().add("models-page");
        Label title = new Label("Models");
        title.getStyleClass().add("page-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = new Button("Import…", Icons.of(Feather.FOLDER_PLUS));
        add.setId("import-model");
        add.getStyleClass().add("small");
        add.setOnAction(event -> choosePlace.get().ifPresent(model::importFrom));
        close = Icons.button(Feather.X, "Back to the sounds (Esc)", leave);
        close.setId("close-models");
        HBox header = new HBox(8, title, space, add, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        Label explanation = new Label("A model is what listens to your sounds and understands what you type. One is"
                + " built in; others know more sounds. What you said about tags holds with every model.");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        explanation.getStyleClass().add("page-explanation");
        Label trouble = new Label();
        trouble.getStyleClass().add("search-trouble");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.trouble());
        trouble.visibleProperty().bind(model.trouble().isNotEmpty());
        trouble.managedProperty().bind(model.trouble().isNotEmpty());
        cards.getStyleClass().add("model-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, explanation, trouble, scroll);
        model.rows().addListener((ListChangeListener<ModelRow>) change -> fill());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        fill();
    }

    private void fill() {
        cards.getChildren()
                .setAll(model.rows().stream()
                        .map(row -> new ModelCardView(row, model))
                        .toList());
    }

    /** Reads what there is, and takes the keyboard. */
    public void open() {
        model.refresh();
        close.requestFocus();
    }
}
