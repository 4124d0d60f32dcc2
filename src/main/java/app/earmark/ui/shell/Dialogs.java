package app.earmark.ui.shell;

import app.earmark.library.SoundLibrary;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.text.ClipText;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The questions that need the operating system's dialogues, or a yes before something is lost for good. */
final class Dialogs {

    private static final String OFFERED = ".csv";

    private final Settings settings;

    Dialogs(Settings settings) {
        this.settings = settings;
    }

    Optional<Path> chooseFolder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        lastFolder("folder.library").ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        settings.set("folder.library", chosen.getParent() == null ? chosen.getPath() : chosen.getParent());
        return Optional.of(chosen.toPath());
    }

    Optional<Path> chooseModel(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Import the model in a folder");
        lastFolder("folder.model").ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        settings.set("folder.model", chosen.getParent() == null ? chosen.getPath() : chosen.getParent());
        return Optional.of(chosen.toPath());
    }

    Optional<Path> chooseImport(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a sheet");
        lastFolder("folder.export").ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Sheets", "*.csv", "*.tsv", "*.txt", "*.xlsx", "*.json", "*.jsonl", "*.ndjson"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        settings.set("folder.export", chosen.getParent());
        return Optional.of(chosen.toPath());
    }

    /** @param clips how many it is about; -1 for all */
    Optional<Path> chooseSheet(Window owner, int clips) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export " + (clips < 0 ? "all sounds" : ClipText.count(clips, "sound", "sounds")));
        lastFolder("folder.export").ifPresent(chooser::setInitialDirectory);
        chooser.setInitialFileName("earmark" + OFFERED);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("Excel", "*.xlsx"),
                        new FileChooser.ExtensionFilter("Tab-separated", "*.tsv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"),
                        new FileChooser.ExtensionFilter("JSON Lines", "*.jsonl"));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        settings.set("folder.export", chosen.getParent());
        String pattern = chooser.getSelectedExtensionFilter() == null
                ? "*.csv"
                : chooser.getSelectedExtensionFilter().getExtensions().get(0);
        return Optional.of(named(chosen, pattern.substring(1)).toPath());
    }

    /**
     * Gives the name the chosen extension when none was typed, or when it still has the one first offered. The dialogue
     * asked about overwriting another file then, so a name that is taken gets a number.
     */
    static File named(File chosen, String extension) {
        String path = chosen.getPath();
        boolean offered = path.endsWith(OFFERED) && !extension.equals(OFFERED);
        if (chosen.getName().contains(".") && !offered) {
            return chosen;
        }
        String stem = offered ? path.substring(0, path.length() - OFFERED.length()) : path;
        File file = new File(stem + extension);
        for (int i = 2; file.exists(); i++) {
            file = new File(stem + " " + i + extension);
        }
        return file;
    }

    boolean confirmForget(Window owner, SoundLibrary library) {
        ButtonType forget = new ButtonType("Forget", ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                "Everything recorded about its " + ClipText.count(library.clipCount(), "sound", "sounds")
                        + ", your tags among it, is removed for good. The files stay where they are.",
                forget,
                ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Forget a library");
        alert.setHeaderText("Forget " + library.name() + "?");
        return alert.showAndWait().filter(forget::equals).isPresent();
    }

    boolean confirmMove(Window owner, SoundLibrary library, Path folder, String doubt) {
        ButtonType move = new ButtonType("Record it there", ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                doubt + " Its sounds are then looked for there only; their tags stay.",
                move,
                ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Another folder");
        alert.setHeaderText("Record " + library.name() + " in " + folder + "?");
        return alert.showAndWait().filter(move::equals).isPresent();
    }

    private Optional<File> lastFolder(String setting) {
        File folder = new File(settings.text(setting, System.getProperty("user.home", ".")));
        return folder.isDirectory() ? Optional.of(folder) : Optional.empty();
    }
}
