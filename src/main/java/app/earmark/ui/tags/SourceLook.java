package app.earmark.ui.tags;

import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ui.text.ClipText;

/** How a tag's source reads and which style class colours it. */
public final class SourceLook {

    private SourceLook() {}

    /** {@code you}, {@code file}, {@code name}, {@code model}: short enough for a badge. */
    public static String badge(TagSource source) {
        return source == TagSource.PERSON ? "you" : source.code();
    }

    /** Style class with the source's colour. */
    public static String styleClass(TagSource source) {
        return "source-" + source.code();
    }

    /** A sentence for a tooltip. */
    public static String sentence(Tag tag) {
        String who =
                switch (tag.source()) {
                    case PERSON -> "You said so";
                    case FILE -> "Says the metadata in the file";
                    case NAME -> "Says the file name";
                    case MODEL -> "The model heard it";
                };
        String score = tag.score().isPresent() ? "; the model's score is " + ClipText.score(tag.score()) : "";
        return tag.name() + "\n" + who + score + ".";
    }
}
