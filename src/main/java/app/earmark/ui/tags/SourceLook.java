package app.earmark.ui.tags;

import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ui.theme.HoverText;
import app.earmark.ui.theme.Icons;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a tag's source reads, which icon stands for it, and which style class colours it. */
public final class SourceLook {

    private SourceLook() {}

    /** {@code you}, {@code file}, {@code name}, {@code model}: short enough for a badge. */
    public static String badge(TagSource source) {
        return source == TagSource.PERSON ? "you" : source.code();
    }

    /** {@code You said so}, for a tooltip. */
    public static String words(TagSource source) {
        return switch (source) {
            case PERSON -> "You said so";
            case FILE -> "Says the metadata in the file";
            case NAME -> "Says the file name";
            case MODEL -> "The model heard it";
        };
    }

    /** Style class with the source's colour. */
    public static String styleClass(TagSource source) {
        return "source-" + source.code();
    }

    static Feather icon(TagSource source) {
        return switch (source) {
            case PERSON -> Feather.USER;
            case FILE -> Feather.FILE_TEXT;
            case NAME -> Feather.TYPE;
            case MODEL -> Feather.CPU;
        };
    }

    /** The source in a small coloured frame. */
    public static Label label(TagSource source) {
        return label(source, badge(source), words(source) + ".");
    }

    /** The source's colour and icon around other words. */
    public static Label label(TagSource source, String text, String explanation) {
        FontIcon icon = Icons.of(icon(source));
        icon.getStyleClass().add("source-icon");
        Label label = new Label(text, icon);
        label.getStyleClass().addAll("source-badge", styleClass(source));
        label.setMinWidth(Label.USE_PREF_SIZE);
        new HoverText(label).set(explanation);
        return label;
    }

    /** A sentence for a tooltip. */
    public static String sentence(Tag tag) {
        String model = tag.score().isPresent() || tag.probability().isPresent()
                ? (tag.source() == TagSource.MODEL ? ": " : "; the model: ")
                        + ModelScore.both(tag.score(), tag.probability())
                : "";
        return tag.name() + "\n" + words(tag.source()) + model + ".";
    }
}
