package app.earmark.ui.inspector;

import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.tags.TagChip;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** One label of the inspected clip: chip, score, source, and what to say about it. */
final class TagRow extends HBox {

    private Runnable affirm = () -> {};
    private Runnable reject = () -> {};

    private TagRow(String says, Region chip, OptionalDouble score, Optional<Label> source) {
        getStyleClass().add("tag-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(says);
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::pressed);
        setAlignment(Pos.CENTER_LEFT);
        chip.setMinWidth(0);
        HBox holder = new HBox(chip);
        holder.setAlignment(Pos.CENTER_LEFT);
        holder.setMinWidth(0);
        HBox.setHgrow(holder, Priority.ALWAYS);
        getChildren().addAll(holder, bar(score));
        source.ifPresent(getChildren()::add);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> affirm.run();
            case DELETE, BACK_SPACE -> reject.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    static TagRow of(Tag tag, InspectorViewModel model, InspectorActions actions) {
        TagChip chip = new TagChip();
        chip.show(tag);
        chip.getStyleClass().add("clickable");
        chip.setOnMouseClicked(event -> actions.onlyTag(tag.label()));
        Label source = new Label(SourceLook.badge(tag.source()));
        source.getStyleClass().addAll("source-badge", SourceLook.styleClass(tag.source()));
        TagRow row = new TagRow(
                tag.name() + ", says " + SourceLook.badge(tag.source()), chip, tag.score(), Optional.of(source));
        if (tag.source() == TagSource.PERSON) {
            row.affirm(
                    Feather.ROTATE_CCW,
                    "Take back what you said about " + tag.name(),
                    () -> model.withdraw(tag.label()),
                    model);
        } else {
            row.affirm(Feather.CHECK, "Confirm " + tag.name(), () -> model.confirm(tag.label()), model);
        }
        row.reject(Feather.X, "Reject " + tag.name(), () -> model.reject(tag.label()), model);
        return row;
    }

    static TagRow of(Guess guess, InspectorViewModel model) {
        TagChip chip = new TagChip();
        chip.show(guess);
        TagRow row = new TagRow(guess.name() + ", a guess", chip, OptionalDouble.of(guess.score()), Optional.empty());
        row.affirm(Feather.CHECK, "Confirm " + guess.name(), () -> model.confirm(guess.label()), model);
        row.reject(Feather.X, "Reject " + guess.name(), () -> model.reject(guess.label()), model);
        return row;
    }

    static TagRow rejected(String label, String name, InspectorViewModel model) {
        TagChip chip = new TagChip();
        chip.say(name, name + "\nYou rejected it; it is not proposed for this sound again.");
        chip.getStyleClass().add("rejected");
        Label source = new Label("rejected");
        source.getStyleClass().addAll("source-badge", "quiet");
        TagRow row = new TagRow(name + ", rejected", chip, OptionalDouble.empty(), Optional.of(source));
        row.affirm(Feather.ROTATE_CCW, "Take back the rejection of " + name, () -> model.withdraw(label), model);
        return row;
    }

    private static Region bar(OptionalDouble score) {
        ProgressBar bar = new ProgressBar(Math.max(0, Math.min(1, score.orElse(0))));
        bar.getStyleClass().add("score-bar");
        Label number = new Label(ClipText.score(score));
        number.getStyleClass().add("score");
        number.setMinWidth(30);
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox box = new HBox(4, bar, number);
        box.setAlignment(Pos.CENTER_RIGHT);
        bar.setVisible(score.isPresent());
        box.setMinWidth(USE_PREF_SIZE);
        Tooltip.install(box, new Tooltip(score.isPresent() ? "The model's score" : "The model has no score for it"));
        return box;
    }

    private void affirm(Feather icon, String name, Runnable action, InspectorViewModel model) {
        affirm = act(icon, name, action, model);
    }

    private void reject(Feather icon, String name, Runnable action, InspectorViewModel model) {
        reject = act(icon, name, action, model);
    }

    /** A button that the row's own keys stand in for. */
    private Runnable act(Feather icon, String name, Runnable action, InspectorViewModel model) {
        Button button = Icons.button(icon, name, action);
        button.getStyleClass().add("tag-action");
        button.setFocusTraversable(false);
        button.setDisable(model.readOnly());
        getChildren().add(new StackPane(button));
        return button::fire;
    }
}
