package app.earmark.ui.teach;

import app.earmark.teaching.Lesson;
import app.earmark.teaching.TaughtLabel;
import app.earmark.ui.tags.TagCompletion;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Labels at the left, what the chosen one has learnt at the right; in the place of the results until it is closed. */
public final class TeachPage extends VBox {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TeachViewModel model;
    private final TextField which = new TextField();
    private final ListView<TaughtLabel> list;
    private final Label name = new Label();
    private final Label evidence = new Label();
    private final Label status = new Label();
    private final VBox versions = new VBox(4);
    private final VBox details;
    private final Button teachIt = new Button("Teach it");
    private boolean typed;
    private final EmptyState nothing = new EmptyState(Feather.BOOK_OPEN);

    /**
     * @param leave goes back to the results
     * @param teach asks about sounds for a label
     */
    public TeachPage(TeachViewModel model, Runnable leave, Consumer<String> teach) {
        this.model = model;
        setId("teach-page");
        getStyleClass().add("page");
        which.setId("teach-label");
        which.setPromptText("Which label? A category or your own word");
        which.setPrefColumnCount(24);
        new TagCompletion(which, model.names(), this::choose);
        which.setOnAction(event -> choose(which.getText()));
        list = new ListView<>(model.labels());
        list.setId("taught-labels");
        list.getStyleClass().addAll("edits", "teach-list");
        list.setMinWidth(260);
        list.setPrefWidth(300);
        list.setCellFactory(owner -> new LabelCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.choose(now.label());
            }
        });
        nothing.say(
                "Teach a label",
                "Type one above, then say yes or no to the sounds that come up. After three confirmed sounds the model"
                        + " starts to learn from you.");
        details = details(teach);
        StackPane right = new StackPane(nothing, details);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox content = new HBox(list, right);
        content.getStyleClass().add("teach-content");
        list.visibleProperty().bind(Bindings.isNotEmpty(model.labels()));
        list.managedProperty().bind(list.visibleProperty());
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Teach", leave, which),
                        PageHeader.explanation(
                                "The model learns a label from the sounds you confirm and reject, and finds"
                                        + " others like them. What it learnt can be taken back; what you said stays."),
                        PageHeader.trouble(model.trouble()),
                        content);
        model.chosen().addListener((property, before, now) -> show());
        model.lessons().addListener((ListChangeListener<Lesson>) change -> showVersions());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        // on the list itself, which lets no Enter pass
        list.setOnKeyPressed(event -> {
            TaughtLabel label = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && label != null && !model.readOnly()) {
                teach.accept(label.label());
                event.consume();
            }
        });
        which.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN
                    && which.getText().isEmpty()
                    && !list.getItems().isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        show();
    }

    private VBox details(Consumer<String> teach) {
        name.getStyleClass().add("review-name");
        name.setWrapText(true);
        evidence.getStyleClass().add("page-note");
        status.setWrapText(true);
        status.setMinHeight(USE_PREF_SIZE);
        Button ask = teachIt;
        ask.setId("teach-it");
        ask.getStyleClass().add(Styles.ACCENT);
        ask.setOnAction(event -> teach.accept(model.chosen().get().label()));
        Button learn = new Button("Learn now");
        learn.setOnAction(event -> model.learnNow());
        Button remove = new Button("Forget what was learnt");
        remove.setId("forget-lesson");
        remove.setOnAction(event -> model.remove());
        for (Button button : new Button[] {ask, learn, remove}) {
            button.setDisable(model.readOnly());
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox buttons = new HBox(8, ask, learn, remove);
        Label caption = new Label("Versions");
        caption.getStyleClass().add("section-title");
        VBox box = new VBox(10, name, evidence, status, buttons, caption, versions);
        box.getStyleClass().add("review-asking");
        return box;
    }

    private void choose(String text) {
        typed = true;
        model.choose(text);
        which.clear();
    }

    private void show() {
        TaughtLabel now = model.chosen().get();
        Icons.show(details, now != null);
        nothing.setVisible(now == null);
        if (now == null) {
            return;
        }
        name.setText(model.nameOf(now.label()));
        evidence.setText(ClipText.count(now.evidence().confirmed(), "sound", "sounds") + " confirmed, "
                + ClipText.count(now.evidence().rejected()) + " rejected");
        status.setText(model.status(now));
        showVersions();
        if (typed) {
            typed = false;
            teachIt.requestFocus();
        }
    }

    private void showVersions() {
        versions.getChildren().clear();
        for (Lesson lesson : model.lessons()) {
            Label text = new Label("Version " + lesson.version() + ", "
                    + WHEN.format(lesson.at().atZone(ZoneId.systemDefault())) + ": " + lesson.confirmed()
                    + " confirmed, "
                    + lesson.rejected() + " rejected. " + TeachViewModel.quality(lesson));
            text.setWrapText(true);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = new HBox(8, text);
            line.setAlignment(Pos.CENTER_LEFT);
            if (lesson != model.lessons().get(0)) {
                Button restore = new Button("Use this one again");
                restore.getStyleClass().addAll("small", "flat");
                restore.setMinWidth(USE_PREF_SIZE);
                restore.setDisable(model.readOnly());
                restore.setOnAction(event -> model.restore(lesson.version()));
                line.getChildren().add(restore);
            }
            versions.getChildren().add(line);
        }
        if (model.lessons().isEmpty()) {
            Label none = new Label("None yet");
            none.getStyleClass().add("no-tag");
            versions.getChildren().add(none);
        }
    }

    /** Reads the labels, and takes the keyboard. */
    public void open() {
        model.refresh();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        which.requestFocus();
    }

    private final class LabelCell extends ListCell<TaughtLabel> {

        @Override
        protected void updateItem(TaughtLabel label, boolean empty) {
            super.updateItem(label, empty);
            if (empty || label == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Label title = new Label(model.nameOf(label.label()));
            title.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label counts = new Label(label.evidence().confirmed() + " ✓  "
                    + label.evidence().rejected() + " ✗" + (label.lesson().isPresent() ? "  · learnt" : ""));
            counts.getStyleClass().add("edit-when");
            counts.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(8, title, space, counts);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(1);
            setGraphic(row);
        }
    }
}
