package app.earmark.ui.library;

import app.earmark.library.SoundLibrary;

/** What can be done with libraries from the side bar; the shell knows how. */
public interface LibraryActions {

    /** Asks for a folder and scans it. */
    void addLibrary();

    void rescan(SoundLibrary library);

    /** Scans again and marks what is missing as offline, however much it is. */
    void acceptMissing(SoundLibrary library);

    void reveal(SoundLibrary library);

    /** Removes the records, after asking. */
    void forget(SoundLibrary library);
}
