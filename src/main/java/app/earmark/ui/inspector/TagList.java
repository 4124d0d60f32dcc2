package app.earmark.ui.inspector;

import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The labels of one clip, or of all selected ones, one below the other; arrow keys go through them. */
final class TagList extends VBox {

    private static final int MOST_SPREADS = 60;
    private static final int MOST_GUESSED = 8;

    private final InspectorViewModel model;
    private final InspectorActions actions;
    private final Runnable below;

    /** @param below takes the keyboard where the arrow leaves the last row */
    TagList(InspectorViewModel model, InspectorActions actions, Runnable below) {
        this.model = model;
        this.actions = actions;
        this.below = below;
        setOnKeyPressed(this::arrows);
    }

    void show(Inspected now) {
        ClipTags tags = now.tags();
        List<Node> rows = new ArrayList<>();
        tags.tags().forEach(tag -> rows.add(TagRow.of(tag, model, actions)));
        if (tags.tags().isEmpty()) {
            rows.add(quiet(now.clip().state() == ClipState.EMBEDDED ? "No confident tag" : "No tag yet"));
        }
        if (!tags.guesses().isEmpty()) {
            rows.add(caption("Best guesses"));
            tags.guesses().stream()
                    .limit(tags.tags().isEmpty() ? 5 : 3)
                    .forEach(guess -> rows.add(TagRow.of(guess, model)));
        }
        tags.rejected().forEach(label -> rows.add(TagRow.rejected(label, model.nameOf(label), model)));
        replace(rows);
    }

    void show(SelectionSummary now) {
        List<Node> rows = new ArrayList<>();
        now.held().stream()
                .limit(MOST_SPREADS)
                .forEach(spread -> rows.add(SpreadRow.held(spread, now.clips(), model, actions)));
        if (now.held().size() > MOST_SPREADS) {
            rows.add(quiet(ClipText.count(now.held().size() - MOST_SPREADS) + " rarer labels are not shown"));
        }
        if (now.untagged() > 0) {
            rows.add(quiet(ClipText.count(now.untagged(), "sound has no tag", "sounds have no tag")));
        }
        if (!now.guessed().isEmpty()) {
            rows.add(caption("Guessed for some"));
            now.guessed().stream().limit(MOST_GUESSED).forEach(spread -> rows.add(SpreadRow.guessed(spread, model)));
        }
        if (!now.rejected().isEmpty()) {
            rows.add(caption("Rejected on some"));
            now.rejected().stream().limit(MOST_GUESSED).forEach(spread -> rows.add(SpreadRow.rejected(spread, model)));
        }
        replace(rows);
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Label quiet(String text) {
        Label quiet = new Label(text);
        quiet.getStyleClass().add("no-tag");
        return quiet;
    }

    /** The focus stays where it was, for the next key. */
    private void replace(List<Node> rows) {
        int focused = -1;
        for (int i = 0; i < getChildren().size(); i++) {
            focused = getChildren().get(i).isFocused() ? i : focused;
        }
        getChildren().setAll(rows);
        if (focused >= 0) {
            focusRow(focused);
        }
    }

    void focusLast() {
        focusRow(Integer.MAX_VALUE);
    }

    /** Puts the focus on this row, or the nearest above it that is a label. */
    private void focusRow(int index) {
        for (int i = Math.min(index, getChildren().size() - 1); i >= 0; i--) {
            if (getChildren().get(i) instanceof LabelRow row) {
                row.requestFocus();
                return;
            }
        }
        below.run();
    }

    /** Up and down go from row to row, and on to where a tag is typed. */
    private void arrows(KeyEvent event) {
        int at = getChildren().indexOf(getScene().getFocusOwner());
        int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (at < 0 || step == 0) {
            return;
        }
        event.consume();
        for (int i = at + step; i >= 0 && i < getChildren().size(); i += step) {
            if (getChildren().get(i) instanceof LabelRow row) {
                row.requestFocus();
                return;
            }
        }
        if (step > 0) {
            below.run();
        }
    }
}
