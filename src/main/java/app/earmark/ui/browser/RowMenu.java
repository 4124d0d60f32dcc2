package app.earmark.ui.browser;

import app.earmark.library.Clip;
import app.earmark.ui.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The menu of a row, for the selection. */
final class RowMenu extends ContextMenu {

    private final ResultsViewModel model;

    RowMenu(ResultsViewModel model, RowActions actions) {
        this.model = model;
        getItems()
                .addAll(
                        one("Play", Feather.PLAY, null, actions::play),
                        one("Sounds like this", Feather.RADIO, "Shortcut+L", actions::soundsLike),
                        new SeparatorMenuItem(),
                        item("Add tag…", Feather.TAG, "Shortcut+T", actions::addTag),
                        item("Rename…", Feather.EDIT_3, "Shortcut+Shift+R", actions::renameSelection),
                        item("Write metadata…", Feather.SAVE, "Shortcut+I", actions::writeMetadata),
                        item("Export selection…", Feather.SHARE, "Shortcut+E", actions::exportSelection),
                        new SeparatorMenuItem(),
                        one("Only this folder", Feather.FOLDER, null, actions::onlyFolder),
                        one("Show in file manager", Feather.EXTERNAL_LINK, null, actions::reveal),
                        item("Copy path", Feather.COPY, null, () -> actions.copyPaths(selected())));
        setOnShowing(
                event -> getItems().forEach(item -> item.setDisable(selected().isEmpty())));
    }

    private List<Clip> selected() {
        return model.selection().get();
    }

    private MenuItem one(String text, Feather icon, String keys, Consumer<Clip> action) {
        return item(text, icon, keys, () -> {
            List<Clip> clips = selected();
            if (!clips.isEmpty()) {
                action.accept(clips.get(clips.size() - 1));
            }
        });
    }

    private static MenuItem item(String text, Feather icon, String keys, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        if (keys != null) {
            item.setAccelerator(KeyCombination.keyCombination(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
