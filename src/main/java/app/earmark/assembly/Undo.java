package app.earmark.assembly;

import app.earmark.assembly.FileReverter.Reverted;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FileChange;
import app.earmark.library.ScanCatalog;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Undoes what a person did, whatever it changed: the catalogue by its journal, files by who changed them. Nothing here
 * belongs on the UI thread.
 */
public final class Undo {

    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);
    private static final String UNDO = "undo ";
    private static final String REDO = "redo ";

    private final EditJournal journal;
    private final Map<Edit.Kind, FileReverter> reverters;
    private final ScanCatalog records;
    private final Consumer<Collection<ClipId>> readAgain;
    private final UnrecordedWork underWay;

    /**
     * @param reverters for each kind of edit that changes files
     * @param records take the digests of files that have other bytes now
     * @param readAgain reads again what the names and metadata of these clips say
     * @param underWay tells after a crash what was being undone
     */
    Undo(
            EditJournal journal,
            Map<Edit.Kind, FileReverter> reverters,
            ScanCatalog records,
            Consumer<Collection<ClipId>> readAgain,
            UnrecordedWork underWay) {
        this.journal = journal;
        this.records = records;
        this.readAgain = readAgain;
        this.underWay = underWay;
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
        settle();
        return journal.undoable().map(edit -> put(edit, true, stuck, progress));
    }

    /** Does the edit again that was undone last; empty if there is none. */
    public Optional<Outcome> redo(Stuck stuck, Progress progress) {
        settle();
        return journal.redoable().map(edit -> put(edit, false, stuck, progress));
    }

    private Outcome put(Edit edit, boolean undone, Stuck stuck, Progress progress) {
        if (!edit.kind().changedFiles()) {
            return new Outcome(undone ? journal.undo() : journal.redo(), 0, List.of());
        }
        journal.filesUndone(edit, undone, List.of(), false); // refused now, if it will be, before any file changes
        List<FileChange> files = journal.filesOf(edit);
        try {
            underWay.begin((undone ? UNDO : REDO) + edit.number());
        } catch (IOException e) {
            LOG.error("nothing was {}", undone ? "undone" : "redone", e);
            return new Outcome(
                    edit,
                    0,
                    List.of(new ClipFailure(
                            underWay.note(),
                            "NOT_NOTED",
                            underWay.note() + " can't be written, so no file was changed; see whether the disk is full,"
                                    + " then try again.")));
        }
        Reverted reverted = reverters.get(edit.kind()).revert(files, undone, progress);
        boolean wholly =
                reverted.done().size() == files.size() || stuck == Stuck.COUNTS_AS_DONE && !progress.isCancelled();
        journal.filesUndone(edit, undone, reverted.done(), wholly);
        follow(edit, reverted);
        return new Outcome(wholly ? edit.marked(undone) : edit, reverted.done().size(), reverted.failures());
    }

    private void follow(Edit edit, Reverted reverted) {
        records.saveContentHashes(reverted.contentHashes()); // after the journal, which drops those of other bytes
        readAgain.accept(
                reverted.done().stream().flatMap(file -> file.clip().stream()).toList());
        reverters.get(edit.kind()).recorded();
        underWay.end();
    }

    /**
     * After a crash in the middle of an undo: the catalogue learns what was done until then, as if it had been cancelled there.
     * The next {@link #undo} goes on.
     *
     * @return a sentence, where something is left to be done
     */
    Optional<String> settle() {
        String what = underWay.what().orElse("");
        boolean undone = what.startsWith(UNDO);
        Optional<Edit> next = named(what, undone ? journal.undoable() : journal.redoable());
        Optional<Edit> marked = named(what, undone ? journal.redoable() : journal.undoable());
        Optional<Edit> cutOff = next.or(() -> marked);
        if (cutOff.isEmpty()) {
            if (underWay.isThere()) {
                underWay.end();
            }
            return Optional.empty();
        }
        Edit edit = cutOff.get();
        List<FileChange> files = journal.filesOf(edit);
        Reverted reached = reverters.get(edit.kind()).reached(files, undone);
        boolean wholly = marked.isPresent() || reached.done().size() == files.size();
        if (next.isPresent()) {
            journal.filesUndone(edit, undone, reached.done(), wholly);
        }
        follow(edit, reached);
        LOG.info(
                "“{}” was cut off; {} of {} files were reached",
                what,
                reached.done().size(),
                files.size());
        return wholly
                ? Optional.empty()
                : Optional.of((undone ? "Undoing “" : "Doing again “") + edit.title() + "” was cut off: "
                        + reached.done().size() + " of " + files.size()
                        + (files.size() == 1 ? " file is" : " files are")
                        + " as wanted. To go on, " + (undone ? "undo" : "redo") + " again.");
    }

    private static Optional<Edit> named(String what, Optional<Edit> edit) {
        return edit.filter(known -> what.equals(UNDO + known.number()) || what.equals(REDO + known.number()));
    }
}
