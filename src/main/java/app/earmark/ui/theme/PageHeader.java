package app.earmark.ui.theme;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The first line of a page that stands in the place of the results: its title, its buttons, and the way back. */
public final class PageHeader extends HBox {

    /** The style class of what a page is there to do. */
    public static final String ACTION = "page-action";

    /**
     * @param leave goes back to the results
     * @param buttons stand before the one that closes the page
     */
    public PageHeader(String title, Runnable leave, Node... buttons) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("page-header");
        Label name = new Label(title);
        name.getStyleClass().add("page-title");
        name.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "Back to the sounds (Esc)", leave);
        close.getStyleClass().add("close-page");
        close.setFocusTraversable(false);
        getChildren().addAll(name, space);
        getChildren().addAll(buttons);
        getChildren().add(close);
    }

    /** What the page is there to do; it is also pressed by Ctrl+Enter. */
    public static Button action(String text, Feather icon) {
        Button button = new Button(text, Icons.of(icon));
        button.getStyleClass().addAll("accent", ACTION);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(text.replace("…", "") + " (Ctrl+Enter)"));
        return button;
    }

    /** What the page is for, in a sentence or two. */
    public static Label explanation(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("page-explanation");
        return label;
    }

    /** A sentence about what went wrong; takes no room while there is none. */
    public static Label trouble(ObservableStringValue sentence) {
        Label label = new Label();
        label.getStyleClass().add("search-trouble");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.textProperty().bind(sentence);
        label.visibleProperty().bind(Bindings.isNotEmpty(sentence));
        label.managedProperty().bind(Bindings.isNotEmpty(sentence));
        return label;
    }
}
