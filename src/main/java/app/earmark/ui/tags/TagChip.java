package app.earmark.ui.tags;

import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** One label in a small coloured frame; a guess has a dashed one and a question mark. */
public final class TagChip extends Label {

    private final Tooltip tooltip = new Tooltip();

    public TagChip() {
        getStyleClass().add("tag-chip");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
    }

    public void show(Tag tag) {
        setText(tag.name());
        look(SourceLook.styleClass(tag.source()));
        tooltip.setText(SourceLook.sentence(tag));
    }

    /** A label, coloured by whoever says so. */
    public void show(String name, TagSource source, String explanation) {
        setText(name);
        look(SourceLook.styleClass(source));
        tooltip.setText(explanation);
    }

    public void show(Guess guess) {
        guess(guess.name());
        tooltip.setText(
                tooltip.getText() + " " + ModelScore.sentence(OptionalDouble.of(guess.score()), guess.probability()));
    }

    /** A label that the model only guesses. */
    public void guess(String name) {
        setText(name + "?");
        look("guess");
        tooltip.setText(name + "\nA guess: the model is not sure enough to say so.");
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
