package app.earmark.assembly;

import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FileChange;
import app.earmark.library.ScanCatalog;
import app.earmark.progress.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Undoes what a person did, whatever it changed: the catalogue by its journal, files by who changed them. Nothing here
 * belongs on the UI thread.
 */
public final class Undo {

    private final EditJournal journal;
    private final Map<Edit.Kind, FileReverter> reverters;
    private final ScanCatalog records;
    private final Consumer<Collection<ClipId>> readAgain;

    /**
     * @param reverters for each kind of edit that changes files
     * @param records take the digests of files that have other bytes now
     * @param readAgain reads again what the names and metadata of these clips say
     */
    Undo(
            EditJournal journal,
            Map<Edit.Kind, FileReverter> reverters,
            ScanCatalog records,
            Consumer<Collection<ClipId>> readAgain) {
        this.journal = journal;
        this.records = records;
        this.readAgain = readAgain;
        this.reverters = Map.copyOf(reverters);
    }

    /** What to do when some files of an edit can't be put back. */
    public enum Stuck {
        /** The edit is still the next one, so that it can be tried again. */
        STAYS,
        /** It counts as undone, so that those before it can be. */
        COUNTS_AS_DONE
    }

    /**
     * What came of it.
     *
     * @param edit as it is now; {@link Edit#undone} tells whether it counts as undone
     * @param files how many files were put back, or changed again
     * @param failures why others were not, a sentence each
     */
    public record Outcome(Edit edit, int files, List<ClipFailure> failures) {}

    /**
     * Undoes the newest edit that stands; empty if there is none.
     *
     * @throws app.earmark.library.CatalogueUnavailable if the catalogue can't be changed
     */
    public Optional<Outcome> undo(Stuck stuck, Progress progress) {
        return journal.undoable().map(edit -> put(edit, true, stuck, progress));
    }

    /** Does the edit again that was undone last; empty if there is none. */
    public Optional<Outcome> redo(Stuck stuck, Progress progress) {
        return journal.redoable().map(edit -> put(edit, false, stuck, progress));
    }

    private Outcome put(Edit edit, boolean undone, Stuck stuck, Progress progress) {
        if (!edit.kind().changedFiles()) {
            return new Outcome(undone ? journal.undo() : journal.redo(), 0, List.of());
        }
        journal.filesUndone(edit, undone, List.of(), false); // refused now, if it will be, before any file changes
        FileReverter reverter = reverters.get(edit.kind());
        List<FileChange> files = journal.filesOf(edit);
        FileReverter.Reverted reverted = undone ? reverter.undo(files, progress) : reverter.redo(files, progress);
        boolean wholly =
                reverted.done().size() == files.size() || stuck == Stuck.COUNTS_AS_DONE && !progress.isCancelled();
        journal.filesUndone(edit, undone, reverted.done(), wholly);
        records.saveContentHashes(reverted.contentHashes()); // after the journal, which drops those of other bytes
        readAgain.accept(
                reverted.done().stream().flatMap(file -> file.clip().stream()).toList());
        Edit now = wholly ? edit.marked(undone) : edit;
        return new Outcome(now, reverted.done().size(), reverted.failures());
    }
}
