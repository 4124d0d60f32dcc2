package app.earmark.ui.inspector;

import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ui.tags.ModelScore;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.tags.TagChip;
import app.earmark.ui.theme.HoverText;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** One label of the inspected clip: chip, score, source, and what to say about it. */
final class TagRow extends LabelRow {

    private TagRow(String says, TagChip chip, OptionalDouble score, OptionalDouble probability, boolean readOnly) {
        super(says, chip, readOnly);
        getChildren().add(bar(score, probability));
    }

    static TagRow of(Tag tag, InspectorViewModel model, InspectorActions actions) {
        TagChip chip = new TagChip();
        chip.show(tag);
        chip.getStyleClass().add("clickable");
        chip.setOnMouseClicked(event -> actions.onlyTag(tag.label()));
        TagRow row = new TagRow(
                tag.name() + ", says " + SourceLook.badge(tag.source()),
                chip,
                tag.score(),
                tag.probability(),
                model.readOnly());
        row.getChildren().add(SourceLook.label(tag.source()));
        if (tag.source() == TagSource.PERSON) {
            row.act(
                    Feather.ROTATE_CCW,
                    "Take back what you said about " + tag.name() + " (Enter)",
                    () -> model.withdraw(tag.label()),
                    KeyCode.ENTER);
        } else {
            row.act(
                    Feather.CHECK,
                    "Confirm " + tag.name() + " (Enter)",
                    () -> model.confirm(tag.label()),
                    KeyCode.ENTER);
        }
        row.act(
                Feather.X,
                "Reject " + tag.name() + " (Delete)",
                () -> model.reject(tag.label()),
                KeyCode.DELETE,
                KeyCode.BACK_SPACE);
        row.act(KeyCode.F2, () -> actions.replaceTag(tag.label(), model.selectedIds(), row));
        row.setOnContextMenuRequested(event -> actions.tagMenu(tag.label(), model.selectedIds(), row, event));
        return row;
    }

    static TagRow of(Guess guess, InspectorViewModel model) {
        TagChip chip = new TagChip();
        chip.show(guess);
        TagRow row = new TagRow(
                guess.name() + ", a guess",
                chip,
                OptionalDouble.of(guess.score()),
                guess.probability(),
                model.readOnly());
        row.act(
                Feather.CHECK,
                "Confirm " + guess.name() + " (Enter)",
                () -> model.confirm(guess.label()),
                KeyCode.ENTER);
        row.act(
                Feather.X,
                "Reject " + guess.name() + " (Delete)",
                () -> model.reject(guess.label()),
                KeyCode.DELETE,
                KeyCode.BACK_SPACE);
        return row;
    }

    static TagRow rejected(String label, String name, InspectorViewModel model) {
        TagChip chip = new TagChip();
        chip.say(name, name + "\nYou rejected it; it is not proposed for this sound again.");
        chip.getStyleClass().add("rejected");
        TagRow row =
                new TagRow(name + ", rejected", chip, OptionalDouble.empty(), OptionalDouble.empty(), model.readOnly());
        Label source = new Label("rejected");
        source.getStyleClass().addAll("source-badge", "quiet");
        row.getChildren().add(source);
        row.act(
                Feather.ROTATE_CCW,
                "Take back the rejection of " + name + " (Enter)",
                () -> model.withdraw(label),
                KeyCode.ENTER);
        return row;
    }

    private static Region bar(OptionalDouble score, OptionalDouble probability) {
        ProgressBar bar = new ProgressBar(
                Math.max(0, Math.min(1, probability.isPresent() ? probability.getAsDouble() : score.orElse(0))));
        bar.getStyleClass().add("score-bar");
        Label number = new Label(ModelScore.brief(score, probability));
        number.getStyleClass().add("score");
        number.setMinWidth(34);
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox box = new HBox(4, bar, number);
        box.setAlignment(Pos.CENTER_RIGHT);
        bar.setVisible(score.isPresent() || probability.isPresent());
        box.setMinWidth(USE_PREF_SIZE);
        new HoverText(box).set(ModelScore.sentence(score, probability));
        return box;
    }
}
