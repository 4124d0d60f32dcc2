package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.Relocation;
import app.earmark.library.SoundLibrary;
import app.earmark.ui.library.LibraryRecords;
import java.nio.file.Path;

/** The catalogue's records of libraries, and what the disk says to moving one. */
record EarmarkLibraries(Earmark earmark) implements LibraryRecords {

    @Override
    public void forget(SoundLibrary library) {
        earmark.records().forgetLibrary(library.id());
    }

    @Override
    public Found look(SoundLibrary library, Path folder) {
        Relocation relocation = Relocation.of(earmark, library.root(), folder);
        return new Found(relocation.clips(), relocation.found(), relocation.stillThere());
    }

    @Override
    public void move(SoundLibrary library, Path folder) {
        earmark.records().relocate(library.id(), folder);
    }
}
