package app.earmark.ui.fakes;

import app.earmark.library.SoundLibrary;
import app.earmark.ui.library.LibraryRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is told; what is in another folder can be set. */
public final class MemoryLibraries implements LibraryRecords {

    public Found found = new Found(100, 100, false);

    /** Of each library that was recorded elsewhere, where. */
    public final List<Path> moved = new ArrayList<>();

    @Override
    public void forget(SoundLibrary library) {}

    @Override
    public Found look(SoundLibrary library, Path folder) {
        return found;
    }

    @Override
    public void move(SoundLibrary library, Path folder) {
        moved.add(folder);
    }
}
