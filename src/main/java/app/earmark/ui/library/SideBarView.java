package app.earmark.ui.library;

import app.earmark.library.ClipFilter;
import app.earmark.library.SoundLibrary;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Libraries, categories and own labels, one below the other; long lists scroll together. */
public final class SideBarView extends VBox {

    private static final KeyCombination RENAME = new KeyCodeCombination(KeyCode.F2);

    private final SideBarViewModel model;
    private final LibraryActions actions;
    private final Map<Object, SideLine> lines = new HashMap<>();

    /**
     * @param below stands under the lists, such as running tasks
     */
    public SideBarView(SideBarViewModel model, LibraryActions actions, Node below) {
        this.model = model;
        this.actions = actions;
        setId("side-bar");
        getStyleClass().add("side-bar");
        Button add = Icons.button(Feather.PLUS, "Add library… (Ctrl+O)", actions::addLibrary);
        add.setId("add-library");
        VBox lists = new VBox(
                section("Libraries", model.libraries(), add, "No folder added yet", this::libraryLine),
                section("Categories", model.categories(), null, "Appear as sounds are tagged", this::categoryLine),
                section("Your labels", model.ownLabels(), null, "Type one into “Add a tag”", this::labelLine));
        lists.getStyleClass().add("side-lists");
        ScrollPane scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, below);
        model.filters().filter().addListener((property, before, now) -> mark(now));
    }

    private <V> VBox section(
            String title, ObservableList<V> values, Node button, String empty, Function<V, SideLine> line) {
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(name, space);
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        if (button != null) {
            header.getChildren().add(button);
        }
        VBox rows = new VBox();
        Label nothing = new Label(empty);
        nothing.getStyleClass().add("section-empty");
        Runnable fill = () -> {
            rows.getChildren().clear();
            for (V value : values) {
                rows.getChildren().add(line.apply(value));
            }
            if (values.isEmpty()) {
                rows.getChildren().add(nothing);
            }
            mark(model.filters().filter().get());
        };
        fill.run();
        values.addListener((ListChangeListener<V>) change -> fill.run());
        return new VBox(header, rows);
    }

    private SideLine libraryLine(SoundLibrary library) {
        FontIcon icon = Icons.of(library.absent() ? Feather.CLOUD_OFF : Feather.HARD_DRIVE);
        String explanation = library.absent()
                ? library.root() + "\nNot there: most of its files are missing. Connect its drive, then rescan."
                : library.root().toString();
        SideLine line = new SideLine(icon, library.name(), library.clipCount(), explanation, () -> model.filters()
                .toggleLibrary(library.id()));
        if (library.absent()) {
            line.getStyleClass().add("absent");
            line.setAccessibleText(line.getAccessibleText() + ", not there");
        }
        line.setContextMenu(menu(library));
        lines.put(library.id(), line);
        return line;
    }

    private ContextMenu menu(SoundLibrary library) {
        ContextMenu menu = new ContextMenu(
                item("Scan again", Feather.REFRESH_CW, () -> actions.rescan(library)),
                item("Show in file manager", Feather.EXTERNAL_LINK, () -> actions.reveal(library)));
        if (library.absent()) {
            menu.getItems()
                    .add(item("Mark missing sounds offline", Feather.CLOUD_OFF, () -> actions.acceptMissing(library)));
        }
        menu.getItems().add(item("It is in another folder now…", Feather.FOLDER, () -> actions.relocate(library)));
        menu.getItems().add(item("Forget this library…", Feather.TRASH_2, () -> actions.forget(library)));
        return menu;
    }

    private static MenuItem item(String text, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private SideLine categoryLine(SideBarViewModel.Counted category) {
        SideLine line =
                new SideLine(null, ClipText.titleCase(category.name()), category.count(), "", () -> model.filters()
                        .toggleCategory(category.name()));
        lines.put("category " + category.name(), line);
        return line;
    }

    private SideLine labelLine(SideBarViewModel.Counted label) {
        SideLine line = new SideLine(
                null, label.name(), label.count(), "", () -> model.filters().toggleTag(label.name()));
        MenuItem rename = item("Rename or merge…", Feather.EDIT_2, () -> actions.renameLabel(label.name(), line));
        rename.setAccelerator(RENAME);
        line.setContextMenu(new ContextMenu(rename));
        line.setOnKeyPressed(event -> {
            if (RENAME.match(event)) {
                actions.renameLabel(label.name(), line);
                event.consume();
            }
        });
        lines.put("label " + label.name(), line);
        return line;
    }

    private void mark(ClipFilter filter) {
        lines.values().forEach(line -> line.setChosen(false));
        filter.libraries().forEach(id -> choose(id));
        filter.categories().forEach(name -> choose("category " + name));
        filter.tags().forEach(label -> choose("label " + label));
    }

    private void choose(Object key) {
        SideLine line = lines.get(key);
        if (line != null) {
            line.setChosen(true);
        }
    }
}
