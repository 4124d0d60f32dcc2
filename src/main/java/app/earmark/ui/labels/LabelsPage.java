package app.earmark.ui.labels;

import app.earmark.library.Clip;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The person's taxonomies; in the place of the results until it is closed. */
public final class LabelsPage extends VBox {

    private final LabelsViewModel model;
    private final Consumer<Clip> play;
    private final ComboBox<String> choice = new ComboBox<>();
    private final LabelTree tree;
    private final LabelEditor label;
    private final TaxonomyEditor taxonomy;
    private final ListView<Audition> auditions;
    private final MenuItem rename = new MenuItem("Rename…");
    private final MenuItem remove = new MenuItem("Remove…");
    private String shown = "";
    private boolean choosing;

    /**
     * @param play plays a sound
     * @param leave goes back to the results
     */
    public LabelsPage(LabelsViewModel model, Consumer<Clip> play, Runnable leave) {
        this.model = model;
        this.play = play;
        setId("labels-page");
        getStyleClass().add("page");
        tree = new LabelTree(model);
        label = new LabelEditor(model);
        taxonomy = new TaxonomyEditor(model);
        auditions = new ListView<>(model.auditions());
        visibleProperty().addListener((property, before, now) -> {
            if (!now) {
                model.rest();
            }
        });
        getChildren()
                .addAll(
                        new PageHeader("Labels", leave, actions()),
                        PageHeader.explanation("What the model looks for beside the UCS categories, and when it is to"
                                + " believe itself. A change is tried out on your sounds before you apply it; what you"
                                + " said about tags stands whatever you change here."),
                        PageHeader.trouble(model.trouble()),
                        body());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!tree.isFilling()) {
                label.show(tree.selected());
            }
        });
        model.taxonomies().addListener((javafx.beans.Observable list) -> fillChoice());
        model.draft().addListener((property, before, now) -> show(now));
        choice.valueProperty().addListener((property, before, now) -> {
            if (!choosing && now != null) {
                model.choose(now);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.apply();
            } else {
                return;
            }
            event.consume();
        });
    }

    private MenuButton actions() {
        MenuItem add = new MenuItem("New taxonomy…");
        add.setOnAction(event ->
                LabelDialogs.askName(getScene().getWindow(), "New taxonomy", "").ifPresent(model::add));
        MenuItem example = new MenuItem("Add the example: Roman gladiator");
        example.setOnAction(event -> model.addExample());
        MenuItem ucs = new MenuItem("Add the UCS list, to change its prompts");
        ucs.setOnAction(event -> model.addUcs());
        MenuItem from = new MenuItem("Import…");
        from.setOnAction(
                event -> LabelDialogs.chooseFile(getScene().getWindow()).ifPresent(model::importFrom));
        MenuItem to = new MenuItem("Export…");
        to.setOnAction(event ->
                LabelDialogs.chooseTarget(getScene().getWindow(), shown).ifPresent(model::exportTo));
        rename.setOnAction(event -> LabelDialogs.askName(getScene().getWindow(), "Rename " + shown, shown)
                .ifPresent(model::rename));
        remove.setOnAction(event -> {
            if (LabelDialogs.confirmRemoval(getScene().getWindow(), shown)) {
                model.remove();
            }
        });
        MenuButton actions =
                new MenuButton("Taxonomy", Icons.of(Feather.LAYERS), add, example, ucs, from, to, rename, remove);
        actions.setId("taxonomy-actions");
        actions.getStyleClass().add(Styles.SMALL);
        List.of(add, example, ucs, from).forEach(item -> item.setDisable(model.readOnly()));
        return actions;
    }

    private SplitPane body() {
        choice.setId("taxonomy-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText("Taxonomy");
        TextField add = new TextField();
        add.setId("add-label");
        add.setPromptText("Add a label");
        add.setDisable(model.readOnly());
        add.setOnAction(event -> addLabel(add));
        Button drop = Icons.button(Feather.TRASH_2, "Remove the label", () -> tree.selected()
                .ifPresent(name -> model.change(draft -> Draft.without(draft, name))));
        drop.setDisable(model.readOnly());
        HBox.setHgrow(add, Priority.ALWAYS);
        StackPane labels = new StackPane(tree, hint());
        VBox.setVgrow(labels, Priority.ALWAYS);
        VBox left = new VBox(6, choice, labels, new HBox(4, add, drop));
        left.setStyle("-fx-padding: 0 6 10 14");

        VBox editors = new VBox(14, label, taxonomy);
        editors.setStyle("-fx-padding: 0 10 10 10");
        ScrollPane middle = new ScrollPane(editors);
        middle.setFitToWidth(true);

        SplitPane split = new SplitPane(left, middle, preview());
        split.setDividerPositions(0.27, 0.66);
        VBox.setVgrow(split, Priority.ALWAYS);
        return split;
    }

    private Label hint() {
        Label hint = new Label("No label yet. Type one below, or take over a list: Taxonomy, at the top right, has an"
                + " example and the UCS categories, and imports yours.");
        hint.setId("no-labels");
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.draft().get() != null
                                && model.draft().get().labels().isEmpty(),
                        model.draft()));
        return hint;
    }

    private VBox preview() {
        Label title = new Label("What this would tag");
        title.getStyleClass().add("title-4");
        Label summary = PageHeader.explanation("");
        summary.setStyle("-fx-padding: 0");
        summary.textProperty()
                .bind(Bindings.when(model.summary().isEmpty())
                        .then("Change something, and see here which of your sounds would gain or lose a tag.")
                        .otherwise(model.summary()));
        auditions.setId("auditions");
        auditions.setCellFactory(list -> new AuditionCell());
        auditions.setPlaceholder(new Label());
        auditions.setOnMouseClicked(event -> playSelected());
        auditions.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && auditions.isFocused()) {
                playSelected();
            }
        });
        auditions.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                playSelected();
                event.consume();
            }
        });
        VBox.setVgrow(auditions, Priority.ALWAYS);
        Button apply = new Button("Apply");
        apply.setId("apply-labels");
        apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        apply.disableProperty().bind(model.edited().not().or(model.problem().isNotEmpty()));
        apply.setOnAction(event -> model.apply());
        Button revert = new Button("Revert");
        revert.setId("revert-labels");
        revert.getStyleClass().add(Styles.SMALL);
        revert.disableProperty().bind(model.edited().not());
        revert.setOnAction(event -> {
            shown = "";
            model.revert();
        });
        VBox right =
                new VBox(6, title, summary, PageHeader.trouble(model.problem()), auditions, new HBox(8, apply, revert));
        right.setStyle("-fx-padding: 0 14 10 10");
        return right;
    }

    private void playSelected() {
        Optional.ofNullable(auditions.getSelectionModel().getSelectedItem())
                .map(Audition::clip)
                .ifPresent(play);
    }

    private void addLabel(TextField field) {
        String name = field.getText().strip();
        if (!name.isEmpty()) {
            model.change(draft ->
                    Draft.find(draft, name).isPresent() ? draft : Draft.with(draft, TaxonomyLabel.of(name, List.of())));
            tree.select(name);
            field.clear();
        }
    }

    private void fillChoice() {
        choosing = true;
        choice.getItems().setAll(model.names());
        if (!shown.isEmpty()) {
            choice.setValue(shown);
        }
        choosing = false;
    }

    private void show(Taxonomy draft) {
        boolean anew = !draft.name().equals(shown);
        shown = draft.name();
        choosing = true;
        choice.setValue(shown);
        choosing = false;
        rename.setDisable(model.isOwn() || model.readOnly());
        remove.setDisable(model.isOwn() || model.readOnly());
        tree.show(draft);
        if (anew && tree.selected().isEmpty()) {
            tree.getSelectionModel().selectFirst();
        }
        label.show(tree.selected());
        taxonomy.show(draft, anew);
    }

    /** Reads the taxonomies, and takes the keyboard. */
    public void open() {
        model.refresh();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        tree.requestFocus();
    }
}
