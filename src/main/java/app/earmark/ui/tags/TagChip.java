package app.earmark.ui.tags;

import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** One label in a small coloured frame; a guess has a dashed one and a question mark. */
public final class TagChip extends Label {

    private final Tooltip tooltip = new Tooltip();

    public TagChip() {
        getStyleClass().add("tag-chip");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
    }

    public void show(Tag tag) {
        setText(tag.name());
        look(SourceLook.styleClass(tag.source()));
        tooltip.setText(SourceLook.sentence(tag));
    }

    public void show(Guess guess) {
        setText(guess.name() + "?");
        look("guess");
        tooltip.setText(guess.name() + "\nA guess: the model is not sure enough to say so.");
    }

    /** Says something that is no label, such as how many more there are. */
    public void say(String text, String explanation) {
        setText(text);
        look("quiet");
        tooltip.setText(explanation);
    }

    private void look(String styleClass) {
        for (TagSource source : TagSource.values()) {
            getStyleClass().remove(SourceLook.styleClass(source));
        }
        getStyleClass().removeAll("guess", "quiet");
        getStyleClass().add(styleClass);
    }
}
