package app.earmark.ui.library;

import app.earmark.library.SoundLibrary;
import java.nio.file.Path;

/** What the catalogue keeps of libraries. Every method may take long, and belongs in the background. */
public interface LibraryRecords {

    /** Removes a library's records for good. */
    void forget(SoundLibrary library);

    /** Looks for a library's files in another folder. */
    Found look(SoundLibrary library, Path folder);

    /** Records a library in another folder; its sounds keep their tags, and are not listened to again. */
    void move(SoundLibrary library, Path folder);

    /**
     * What is in another folder.
     *
     * @param sounds how many the library has
     * @param found how many of them have a file there
     * @param stillThere whether the old folder is there with something in it
     */
    record Found(long sounds, long found, boolean stillThere) {}
}
