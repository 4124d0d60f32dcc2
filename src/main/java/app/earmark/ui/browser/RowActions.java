package app.earmark.ui.browser;

import app.earmark.library.Clip;
import java.util.List;

/** What can be done with selected clips from the table; the shell knows how. */
public interface RowActions {

    void play(Clip clip);

    void soundsLike(Clip clip);

    /** Asks for a label to add to the selection. */
    void addTag();

    void reveal(Clip clip);

    void copyPaths(List<Clip> clips);

    void exportSelection();

    /** Shows what the selection would be called, before renaming it. */
    void renameSelection();

    /** Shows what would be written into the files of the selection, before writing it. */
    void writeMetadata();

    /** Narrows the view to the clip's folder. */
    void onlyFolder(Clip clip);
}
