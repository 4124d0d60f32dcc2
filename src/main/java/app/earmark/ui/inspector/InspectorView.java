package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
    private final HBox buttons = new HBox(6);
    private final TagList tags;
    private final AddTagField addTag;
    private final SimilarList similar;
    private final FactGrid facts = new FactGrid();
    private final FactGrid fields = new FactGrid();
    private final VBox fieldSection;
    private final BooleanProperty warming = new SimpleBooleanProperty();

    public InspectorView(InspectorViewModel model, InspectorActions actions) {
        this.model = model;
        this.actions = actions;
        setId("inspector");
        getStyleClass().add("inspector");
        tags = new TagList(model, actions, this::focusAddTag);
        addTag = new AddTagField(model, tags::focusLast);
        fieldSection = section("Metadata", fields);
        similar = new SimilarList(model, actions);
        VBox similarSection = section("Sounds like this", similar);
        var some = Bindings.isNotEmpty(model.similar()).or(warming);
        similarSection.visibleProperty().bind(some);
        similarSection.managedProperty().bind(some);
        VBox content =
                new VBox(header(), section("Tags", tags, addTag), similarSection, section("File", facts), fieldSection);
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
        model.summary().addListener((property, before, now) -> show());
        model.inspected().addListener((property, before, now) -> show());
    }

    private VBox header() {
        name.getStyleClass().add("inspector-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        several.getStyleClass().add("inspector-several");
        several.setWrapText(true);
        several.setMinHeight(USE_PREF_SIZE);
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
        buttons.getChildren().setAll(like, reveal);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox header = new VBox(name, several, note, trouble, buttons);
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

    private void show() {
        if (model.inspected().get() == null) {
            return;
        }
        if (model.summary().get() == null) {
            show(model.inspected().get());
        } else {
            show(model.summary().get());
        }
    }

    private void show(Inspected now) {
        several.setText("");
        Icons.show(several, false);
        Icons.show(buttons, true);
        name.setText(ClipText.oneLine(now.clip().fileName()));
        String sentence = noteOn(now.clip());
        note.setText(sentence);
        Icons.show(note, !sentence.isEmpty());
        tags.show(now);
        facts.show(FactGrid.of(now.clip()));
        Map<String, String> shown = FactGrid.of(now.fields());
        fields.show(shown);
        Icons.show(fieldSection, !shown.isEmpty());
    }

    private void show(SelectionSummary now) {
        name.setText(ClipText.count(now.clips().size(), "sound", "sounds") + " selected");
        several.setText(
                "A tag you add goes to all of them; the others are confirmed and rejected on the sounds that have"
                        + " them.");
        Icons.show(several, true);
        Icons.show(buttons, false);
        Icons.show(note, false);
        tags.show(now);
        facts.show(FactGrid.of(now));
        Icons.show(fieldSection, false);
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

    /** Shows a clip unseen for a moment, so that the first selection need not wait for classes and styles to load. */
    public void warmUp(Inspected example) {
        if (model.inspected().get() != null) {
            return;
        }
        show(example);
        similar.warmUp(new SimilarClip(example.clip(), 0, Optional.empty()));
        warming.set(true);
        PauseTransition moment = new PauseTransition(UNSEEN);
        moment.setOnFinished(event -> {
            warming.set(false);
            tags.getChildren().clear();
            similar.show(model.similar());
            show();
        });
        moment.play();
    }

    /** Puts the caret where a tag is typed. */
    public void focusAddTag() {
        addTag.requestFocus();
    }
}
