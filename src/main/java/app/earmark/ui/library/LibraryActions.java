package app.earmark.ui.library;

import app.earmark.library.SoundLibrary;
import javafx.scene.Node;

/** What can be done with libraries from the side bar; the shell knows how. */
public interface LibraryActions {

    /** Asks for a folder and scans it. */
    void addLibrary();

    void rescan(SoundLibrary library);

    /** Scans again and marks what is missing as offline, however much it is. */
    void acceptMissing(SoundLibrary library);

    void reveal(SoundLibrary library);

    /** Asks where the library is now. */
    void relocate(SoundLibrary library);

    /** Asks for another name of a person's own label, to be used wherever the label is. */
    void renameLabel(String label, Node owner);

    /** Removes the records, after asking. */
    void forget(SoundLibrary library);
}
