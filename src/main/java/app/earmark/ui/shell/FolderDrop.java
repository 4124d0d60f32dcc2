package app.earmark.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes folders that are dropped onto the window. */
final class FolderDrop {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-target");

    FolderDrop(Node target, Consumer<List<Path>> add) {
        target.setOnDragOver(event -> {
            if (event.getGestureSource() == null && !folders(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                target.pseudoClassStateChanged(OVER, true);
            }
            event.consume();
        });
        target.setOnDragExited(event -> target.pseudoClassStateChanged(OVER, false));
        target.setOnDragDropped(event -> {
            List<Path> folders = folders(event);
            event.setDropCompleted(!folders.isEmpty());
            event.consume();
            if (!folders.isEmpty()) {
                add.accept(folders);
            }
        });
    }

    private static List<Path> folders(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(File::isDirectory)
                .map(File::toPath)
                .toList();
    }
}
