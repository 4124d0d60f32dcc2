package app.earmark.ui.shell;

import app.earmark.library.SoundLibrary;
import app.earmark.ui.library.LibraryActions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.Window;

/** What the side bar's buttons and menus do. */
final class LibraryWork implements LibraryActions {

    private final ShellViewModel model;
    private final Dialogs dialogs;
    private final TagMenus tagMenus;
    private final Supplier<Window> window;
    private final Consumer<Path> reveal;

    /**
     * @param window owns the dialogues
     * @param reveal shows a folder in the file manager
     */
    LibraryWork(
            ShellViewModel model, Dialogs dialogs, TagMenus tagMenus, Supplier<Window> window, Consumer<Path> reveal) {
        this.model = model;
        this.dialogs = dialogs;
        this.tagMenus = tagMenus;
        this.window = window;
        this.reveal = reveal;
    }

    @Override
    public void addLibrary() {
        dialogs.chooseFolder(window.get(), "Add a folder of sounds")
                .filter(Files::isDirectory)
                .ifPresent(folder -> model.addLibraries(List.of(folder)));
    }

    @Override
    public void rescan(SoundLibrary library) {
        model.addLibraries(List.of(library.root()));
    }

    @Override
    public void acceptMissing(SoundLibrary library) {
        model.acceptMissing(library);
    }

    @Override
    public void reveal(SoundLibrary library) {
        reveal.accept(library.root());
    }

    @Override
    public void relocate(SoundLibrary library) {
        dialogs.chooseFolder(window.get(), "Where " + library.name() + " is now")
                .ifPresent(folder -> model.relocation()
                        .relocate(library, folder, doubt -> dialogs.confirmMove(window.get(), library, folder, doubt)));
    }

    @Override
    public void forget(SoundLibrary library) {
        if (dialogs.confirmForget(window.get(), library)) {
            model.forget(library);
        }
    }

    @Override
    public void renameLabel(String label, Node owner) {
        tagMenus.replace(label, List.of(), owner);
    }
}
