package app.earmark.ui.tags;

import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ui.theme.HoverText;
import java.util.OptionalDouble;
import javafx.scene.control.Label;

/** One label in a small coloured frame; a guess has a dashed one and a question mark. */
public final class TagChip extends Label {

    private final HoverText hover = new HoverText(this);
    private String look = "";

    public TagChip() {
        getStyleClass().add("tag-chip");
        setMinWidth(USE_PREF_SIZE);
    }

    public void show(Tag tag) {
        setText(tag.name());
        look(SourceLook.styleClass(tag.source()));
        hover.set(SourceLook.sentence(tag));
    }

    /** A label, coloured by whoever says so. */
    public void show(String name, TagSource source, String explanation) {
        setText(name);
        look(SourceLook.styleClass(source));
        hover.set(explanation);
    }

    public void show(Guess guess) {
        guess(guess.name());
        hover.set(hover.get() + " " + ModelScore.sentence(OptionalDouble.of(guess.score()), guess.probability()));
    }

    /** A label that the model only guesses. */
    public void guess(String name) {
        setText(name + "?");
        look("guess");
        hover.set(name + "\nA guess: the model is not sure enough to say so.");
    }

    /** Says something that is no label, such as how many more there are. */
    public void say(String text, String explanation) {
        setText(text);
        look("quiet");
        hover.set(explanation);
    }

    private void look(String styleClass) {
        if (!styleClass.equals(look)) {
            getStyleClass().remove(look);
            getStyleClass().add(styleClass);
            look = styleClass;
        }
    }
}
