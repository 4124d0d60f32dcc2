package app.earmark.ui.inspector;

import app.earmark.library.ClipId;
import app.earmark.library.TagSource;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.tags.TagChip;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** One label of several selected clips: on how many it is, who says so, and what to say about it. */
final class SpreadRow extends LabelRow {

    private SpreadRow(String says, TagChip chip, boolean readOnly) {
        super(says, chip, readOnly);
    }

    static SpreadRow held(LabelSpread spread, List<ClipId> all, InspectorViewModel model, InspectorActions actions) {
        TagChip chip = new TagChip();
        chip.show(spread.name(), spread.mostly(), spread.name() + "\n" + who(spread));
        chip.getStyleClass().add("clickable");
        chip.setOnMouseClicked(event -> actions.onlyTag(spread.label()));
        String extent = spread.held() == all.size() ? "all" : ClipText.count(spread.held());
        SpreadRow row = new SpreadRow(spread.name() + ", on " + extent + " of " + all.size(), chip, model.readOnly());
        Label count = new Label(extent);
        count.getStyleClass().add("score");
        count.setMinWidth(USE_PREF_SIZE);
        new HoverText(count)
                .set("On " + ClipText.count(spread.held()) + " of " + ClipText.count(all.size()) + " sounds");
        row.getChildren().add(count);
        for (TagSource source : TagSource.values()) {
            int by = spread.by(source).size();
            if (by > 0) {
                row.getChildren()
                        .add(SourceLook.label(
                                source,
                                by == all.size() ? "" : ClipText.count(by),
                                SourceLook.words(source) + ", on " + ClipText.count(by, "sound", "sounds")));
            }
        }
        if (spread.held() < all.size()) {
            row.act(
                    Feather.PLUS,
                    "Add " + spread.name() + " to all " + ClipText.count(all.size()) + " (+)",
                    () -> model.confirm(all, spread.label()),
                    KeyCode.PLUS,
                    KeyCode.ADD,
                    KeyCode.INSERT);
        }
        if (spread.unconfirmed().isEmpty()) {
            row.act(
                    Feather.ROTATE_CCW,
                    "Take back what you said about " + spread.name() + " (Enter)",
                    () -> model.withdraw(spread.all(), spread.label()),
                    KeyCode.ENTER);
        } else {
            row.act(
                    Feather.CHECK,
                    "Confirm " + spread.name() + " on the " + sounds(spread.unconfirmed())
                            + " others say it of (Enter)",
                    () -> model.confirm(spread.unconfirmed(), spread.label()),
                    KeyCode.ENTER);
        }
        row.act(
                Feather.X,
                "Reject " + spread.name() + " on the " + sounds(spread.all()) + " that have it (Delete)",
                () -> model.reject(spread.all(), spread.label()),
                KeyCode.DELETE,
                KeyCode.BACK_SPACE);
        row.act(KeyCode.F2, () -> actions.replaceTag(spread.label(), spread.all(), row));
        row.setOnContextMenuRequested(event -> actions.tagMenu(spread.label(), spread.all(), row, event));
        return row;
    }

    static SpreadRow guessed(LabelSpread spread, InspectorViewModel model) {
        TagChip chip = new TagChip();
        chip.guess(spread.name());
        SpreadRow row = new SpreadRow(
                spread.name() + ", guessed for " + spread.guessed().size(), chip, model.readOnly());
        row.count(spread.guessed().size());
        row.act(
                Feather.CHECK,
                "Confirm " + spread.name() + " on the " + sounds(spread.guessed()) + " it is guessed for (Enter)",
                () -> model.confirm(spread.guessed(), spread.label()),
                KeyCode.ENTER);
        row.act(
                Feather.X,
                "Reject " + spread.name() + " on the " + sounds(spread.guessed()) + " it is guessed for (Delete)",
                () -> model.reject(spread.guessed(), spread.label()),
                KeyCode.DELETE,
                KeyCode.BACK_SPACE);
        return row;
    }

    static SpreadRow rejected(LabelSpread spread, InspectorViewModel model) {
        String name = model.nameOf(spread.label());
        TagChip chip = new TagChip();
        chip.say(name, name + "\nYou rejected it on " + sounds(spread.rejected()) + ".");
        chip.getStyleClass().add("rejected");
        SpreadRow row =
                new SpreadRow(name + ", rejected on " + spread.rejected().size(), chip, model.readOnly());
        row.count(spread.rejected().size());
        row.act(
                Feather.ROTATE_CCW,
                "Take back the rejection of " + name + " (Enter)",
                () -> model.withdraw(spread.rejected(), spread.label()),
                KeyCode.ENTER);
        return row;
    }

    private void count(int clips) {
        Label count = new Label(ClipText.count(clips));
        count.getStyleClass().add("score");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().add(count);
    }

    private static String sounds(List<ClipId> clips) {
        return ClipText.count(clips.size(), "sound", "sounds");
    }

    private static String who(LabelSpread spread) {
        StringBuilder words = new StringBuilder();
        for (TagSource source : TagSource.values()) {
            int by = spread.by(source).size();
            if (by > 0) {
                words.append(words.length() == 0 ? "" : "\n")
                        .append(SourceLook.words(source))
                        .append(", on ")
                        .append(ClipText.count(by, "sound", "sounds"));
            }
        }
        return words.toString();
    }
}
