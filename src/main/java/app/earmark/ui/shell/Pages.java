package app.earmark.ui.shell;

import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;

/** The results, and the pages that can stand in their place, one at a time. A page that is left gives the keyboard back. */
final class Pages extends StackPane {

    private final Node results;
    private final Runnable back;
    private final Map<Node, Runnable> pages = new LinkedHashMap<>();
    private final Map<Node, Runnable> endings = new HashMap<>();
    private Consumer<Optional<Node>> changed = page -> {};
    private Node open;

    /** @param back gives the keyboard to the results */
    Pages(Node results, Runnable back) {
        super(results);
        this.results = results;
        this.back = back;
    }

    /** @param action takes the page that is shown from now on; none for the results */
    void onChange(Consumer<Optional<Node>> action) {
        changed = action;
    }

    /** @param opened called when the page has come up; it reads what it shows and takes the keyboard */
    <P extends Node> P add(P page, Runnable opened) {
        Icons.show(page, false);
        getChildren().add(page);
        pages.put(page, opened);
        return page;
    }

    /**
     * @param opened called when the page has come up; it reads what it shows and takes the keyboard
     * @param left called when something else has come in its place, whatever that was
     */
    <P extends Node> P add(P page, Runnable opened, Runnable left) {
        endings.put(page, left);
        return add(page, opened);
    }

    /** Shows the page, or the results again where it was open. */
    void toggle(Node page) {
        if (open == page) {
            leave();
        } else {
            open(page);
        }
    }

    void open(Node page) {
        show(page);
        pages.get(page).run();
    }

    /** Back to the results. */
    void leave() {
        if (open != null) {
            show(null);
            back.run();
        }
    }

    private void show(Node page) {
        Node before = open;
        open = page;
        pages.keySet().forEach(other -> Icons.show(other, other == page));
        Icons.show(results, page == null);
        changed.accept(current());
        if (before != null && before != page && endings.containsKey(before)) {
            endings.get(before).run();
        }
    }

    /** Presses what the page is there to do, where it can be pressed. */
    void act() {
        current()
                .map(page -> page.lookup("." + PageHeader.ACTION))
                .filter(action -> action.isVisible() && !action.isDisabled())
                .ifPresent(action -> ((ButtonBase) action).fire());
    }

    /** The page in the place of the results. */
    Optional<Node> current() {
        return Optional.ofNullable(open);
    }
}
