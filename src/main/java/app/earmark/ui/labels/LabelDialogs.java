package app.earmark.ui.labels;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The questions of the page of labels. */
final class LabelDialogs {

    private LabelDialogs() {}

    static Optional<Path> chooseFile(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a taxonomy");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Taxonomies (CSV, YAML)", "*.csv", "*.yaml", "*.yml"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    static Optional<Path> chooseTarget(Window owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export " + name);
        chooser.setInitialFileName(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".csv");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("YAML", "*.yaml", "*.yml"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    static Optional<String> askName(Window owner, String title, String before) {
        TextInputDialog dialog = new TextInputDialog(before);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        dialog.setContentText("Name");
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }

    static boolean confirmRemoval(Window owner, String name) {
        ButtonType remove = new ButtonType("Remove", ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                "The tags that only the model gave by its labels go; those that you gave stay. Ctrl+Z brings it back.",
                remove,
                ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Remove a taxonomy");
        alert.setHeaderText("Remove " + name + "?");
        return alert.showAndWait().filter(remove::equals).isPresent();
    }
}
