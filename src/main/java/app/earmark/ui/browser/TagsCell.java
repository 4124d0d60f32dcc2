package app.earmark.ui.browser;

import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.ui.tags.TagChip;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** The clip's strongest tags as chips, then how many more; its best guess where there is none. */
final class TagsCell extends TableCell<ResultRow, ClipCard> {

    private static final int SHOWN = 2;

    /** In a narrower column a second chip would leave neither of them readable. */
    private static final double ROOM_FOR_TWO = 200;

    private final List<TagChip> chips = List.of(new TagChip(), new TagChip());
    private final TagChip more = new TagChip();
    private final HBox row = new HBox(4);

    TagsCell() {
        getStyleClass().add("tags-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setAlignment(Pos.CENTER_LEFT);
        row.maxWidthProperty().bind(widthProperty().subtract(13));
        widthProperty().addListener((property, before, now) -> {
            if (before.doubleValue() < ROOM_FOR_TWO != now.doubleValue() < ROOM_FOR_TWO) {
                updateItem(getItem(), isEmpty());
            }
        });
        chips.forEach(chip -> chip.setMinWidth(28));
        // there from the start, and hidden: a chip that is put in anew is styled anew, in every row of every answer
        row.getChildren().addAll(chips);
        row.getChildren().add(more);
        setGraphic(row);
        show(0, false);
    }

    @Override
    protected void updateItem(ClipCard card, boolean empty) {
        super.updateItem(card, empty);
        if (empty || card == null) {
            show(0, false);
            return;
        }
        ClipTags tags = card.tags();
        if (tags.tags().isEmpty()) {
            showNoTag(card);
        } else {
            showTags(tags.tags());
        }
    }

    private void showTags(List<Tag> tags) {
        int shown = Math.min(getWidth() < ROOM_FOR_TWO ? 1 : SHOWN, tags.size());
        for (int i = 0; i < shown; i++) {
            chips.get(i).show(tags.get(i));
        }
        if (tags.size() > shown) {
            more.say(
                    "+" + (tags.size() - shown),
                    tags.stream().skip(shown).map(Tag::name).collect(Collectors.joining("\n")));
        }
        show(shown, tags.size() > shown);
    }

    private void showNoTag(ClipCard card) {
        if (!card.tags().guesses().isEmpty()) {
            chips.get(0).show(card.tags().guesses().get(0));
            show(1, false);
        } else if (card.clip().state() == ClipState.EMBEDDED) {
            more.say("no confident tag", "The model heard nothing it is sure of. Add a tag in the inspector.");
            show(0, true);
        } else {
            show(0, false);
        }
    }

    private void show(int chipsShown, boolean moreShown) {
        for (int i = 0; i < chips.size(); i++) {
            show(chips.get(i), i < chipsShown);
        }
        show(more, moreShown);
    }

    private static void show(TagChip chip, boolean shown) {
        chip.setVisible(shown);
        chip.setManaged(shown);
    }
}
