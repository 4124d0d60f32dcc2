package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The right side of the window: name, tags, similar sounds, facts, metadata of the selected clip. */
public final class InspectorView extends StackPane {

    private static final Duration UNSEEN = Duration.millis(100);

    private final InspectorViewModel model;
    private final InspectorActions actions;
    private final Label name = new Label();
    private final Label several = new Label();
    private final Label note = new Label();
    private final VBox tagRows = new VBox();
    private final AddTagField addTag;
    private final FactGrid facts = new FactGrid();
    private final FactGrid fields = new FactGrid();
    private final VBox fieldSection;
    private final BooleanProperty warming = new SimpleBooleanProperty();

    public InspectorView(InspectorViewModel model, InspectorActions actions) {
        this.model = model;
        this.actions = actions;
        setId("inspector");
        getStyleClass().add("inspector");
        addTag = new AddTagField(model, () -> focusTag(Integer.MAX_VALUE));
        tagRows.setOnKeyPressed(this::arrows);
        fieldSection = section("Metadata", fields);
        SimilarList similar = new SimilarList(model, actions);
        VBox similarSection = section("Sounds like this", similar);
        var some = Bindings.isNotEmpty(model.similar());
        similarSection.visibleProperty().bind(some);
        similarSection.managedProperty().bind(some);
        VBox content = new VBox(
                header(), section("Tags", tagRows, addTag), similarSection, section("File", facts), fieldSection);
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        EmptyState nothing = new EmptyState(Feather.SIDEBAR);
        nothing.say("Nothing selected", "Select a sound to see its tags, its facts and what sounds like it.");
        getChildren().addAll(nothing, scroll);
        scroll.visibleProperty().bind(model.inspected().isNotNull().or(warming));
        scroll.opacityProperty().bind(Bindings.when(warming).then(0).otherwise(1));
        nothing.visibleProperty().bind(model.inspected().isNull());
        model.inspected().addListener((property, before, now) -> show(now));
        model.selection().addListener((property, before, now) -> count(now.size()));
    }

    private VBox header() {
        name.getStyleClass().add("inspector-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        several.getStyleClass().add("inspector-several");
        several.setWrapText(true);
        note.getStyleClass().add("inspector-note");
        note.setWrapText(true);
        Label trouble = new Label();
        trouble.getStyleClass().add("trouble");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.trouble());
        trouble.visibleProperty().bind(model.trouble().isNotEmpty());
        trouble.managedProperty().bind(model.trouble().isNotEmpty());
        Button like = new Button("Sounds like this", Icons.of(Feather.RADIO));
        like.setId("sounds-like-this");
        like.getStyleClass().add("small");
        like.setOnAction(event -> withClip(actions::soundsLike));
        Button reveal = new Button("Show file", Icons.of(Feather.EXTERNAL_LINK));
        reveal.getStyleClass().add("small");
        reveal.setOnAction(event -> withClip(actions::reveal));
        HBox buttons = new HBox(6, like, reveal);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox header = new VBox(several, name, note, trouble, buttons);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private void withClip(java.util.function.Consumer<Clip> action) {
        if (model.inspected().get() != null) {
            action.accept(model.inspected().get().clip());
        }
    }

    private static VBox section(String title, Node... content) {
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        VBox section = new VBox(name);
        section.getChildren().addAll(content);
        section.getStyleClass().add("inspector-section");
        VBox.setVgrow(section, Priority.NEVER);
        return section;
    }

    private void count(int selected) {
        several.setText(
                selected > 1
                        ? ClipText.count(selected)
                                + " sounds selected. What you say about tags goes for all of them; shown is the last:"
                        : "");
        Icons.show(several, selected > 1);
    }

    private void show(Inspected now) {
        if (now == null) {
            return;
        }
        name.setText(ClipText.oneLine(now.clip().fileName()));
        String sentence = noteOn(now.clip());
        note.setText(sentence);
        Icons.show(note, !sentence.isEmpty());
        showTags(now);
        facts.show(FactGrid.of(now.clip()));
        Map<String, String> shown = FactGrid.of(now.fields());
        fields.show(shown);
        Icons.show(fieldSection, !shown.isEmpty());
    }

    /** Up and down go from tag to tag, and on to where a tag is typed. */
    private void arrows(KeyEvent event) {
        int at = tagRows.getChildren().indexOf(getScene().getFocusOwner());
        int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (at < 0 || step == 0) {
            return;
        }
        event.consume();
        for (int i = at + step; i >= 0 && i < tagRows.getChildren().size(); i += step) {
            if (tagRows.getChildren().get(i) instanceof TagRow row) {
                row.requestFocus();
                return;
            }
        }
        if (step > 0) {
            addTag.requestFocus();
        }
    }

    /** The focus stays where it was, for the next key. */
    private void showTags(Inspected now) {
        int focused = -1;
        for (int i = 0; i < tagRows.getChildren().size(); i++) {
            focused = tagRows.getChildren().get(i).isFocused() ? i : focused;
        }
        tagRows.getChildren().setAll(rows(now));
        if (focused >= 0) {
            focusTag(focused);
        }
    }

    /** Puts the focus on this row, or the nearest above it that is a tag. */
    private void focusTag(int index) {
        for (int i = Math.min(index, tagRows.getChildren().size() - 1); i >= 0; i--) {
            if (tagRows.getChildren().get(i) instanceof TagRow row) {
                row.requestFocus();
                return;
            }
        }
        addTag.requestFocus();
    }

    private static String noteOn(Clip clip) {
        if (clip.offline()) {
            return "Offline: the file was not there at the last scan. Its tags are kept.";
        }
        return switch (clip.state()) {
            case LISTED -> "Not listened to yet; it is found by its words until then.";
            case FAILED -> clip.failure().map(failure -> failure.message()).orElse("It could not be listened to.");
            case SILENT -> "Silent: there is nothing in it to hear.";
            case EMBEDDED -> "";
        };
    }

    private List<Node> rows(Inspected now) {
        ClipTags tags = now.tags();
        List<Node> rows = new ArrayList<>();
        tags.tags().forEach(tag -> rows.add(TagRow.of(tag, model, actions)));
        if (tags.tags().isEmpty()) {
            Label none = new Label(now.clip().state() == ClipState.EMBEDDED ? "No confident tag" : "No tag yet");
            none.getStyleClass().add("no-tag");
            rows.add(none);
        }
        if (!tags.guesses().isEmpty()) {
            Label caption = new Label("Best guesses");
            caption.getStyleClass().add("caption");
            rows.add(caption);
            tags.guesses().stream()
                    .limit(tags.tags().isEmpty() ? 5 : 3)
                    .forEach(guess -> rows.add(TagRow.of(guess, model)));
        }
        tags.rejected().forEach(label -> rows.add(TagRow.rejected(label, model.nameOf(label), model)));
        return rows;
    }

    /** Shows a clip unseen for a moment, so that the first selection need not wait for classes and styles to load. */
    public void warmUp(Inspected example) {
        if (model.inspected().get() != null) {
            return;
        }
        show(example);
        warming.set(true);
        PauseTransition moment = new PauseTransition(UNSEEN);
        moment.setOnFinished(event -> {
            warming.set(false);
            tagRows.getChildren().clear();
            show(model.inspected().get());
        });
        moment.play();
    }

    /** Puts the caret where a tag is typed. */
    public void focusAddTag() {
        addTag.requestFocus();
    }
}
