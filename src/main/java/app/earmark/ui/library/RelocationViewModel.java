package app.earmark.ui.library;

import app.earmark.library.SoundLibrary;
import app.earmark.progress.CancelledWork;
import app.earmark.ui.library.LibraryRecords.Found;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A library is in another folder now: what is there is looked at first, and a doubt asked about. */
public final class RelocationViewModel {

    private final LibraryRecords records;
    private final TaskListViewModel tasks;
    private final Runnable changed;
    private final Consumer<List<Path>> scan;

    /**
     * @param changed called when a library was recorded elsewhere
     * @param scan brings the library up to date after that
     */
    public RelocationViewModel(
            LibraryRecords records, TaskListViewModel tasks, Runnable changed, Consumer<List<Path>> scan) {
        this.records = records;
        this.tasks = tasks;
        this.changed = changed;
        this.scan = scan;
    }

    /** @param goAhead asks the person about a doubt, which is given as a sentence */
    public void relocate(SoundLibrary library, Path folder, Predicate<String> goAhead) {
        if (folder.equals(library.root())) {
            tasks.tell(library.name() + " is recorded in " + folder + " already.");
            return;
        }
        tasks.start(
                "Looking for " + library.name(),
                progress -> {
                    progress.phase("Looking into " + folder, -1);
                    Found found = records.look(library, folder);
                    progress.throwIfCancelled();
                    return found;
                },
                found -> {
                    String doubt = doubt(library, folder, found);
                    if (doubt.isEmpty() || goAhead.test(doubt)) {
                        move(library, folder, found);
                    }
                },
                failure -> failed(library, failure));
    }

    private static String doubt(SoundLibrary library, Path folder, Found found) {
        if (2 * found.found() < found.sounds()) {
            return "Only " + ClipText.count(found.found()) + " of its "
                    + ClipText.count(found.sounds(), "sound is", "sounds are") + " in " + folder + ".";
        }
        return found.stillThere() ? library.root() + " is still there. If this is a copy, add it instead." : "";
    }

    private void move(SoundLibrary library, Path folder, Found found) {
        tasks.start(
                "Moving " + library.name(),
                progress -> {
                    records.move(library, folder);
                    return folder;
                },
                moved -> {
                    changed.run();
                    tasks.tell(library.name() + " is in " + moved + " now, with " + ClipText.count(found.found())
                            + " of " + ClipText.count(found.sounds(), "sound", "sounds") + "; their tags came along.");
                    scan.accept(List.of(moved));
                },
                failure -> failed(library, failure));
    }

    private void failed(SoundLibrary library, Exception failure) {
        if (!(failure instanceof CancelledWork)) {
            tasks.warn(library.name() + " could not be moved: " + failure.getMessage());
        }
    }
}
