package app.earmark.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a person did to the catalogue, in order, so that it can be undone, also after a restart. Undoing goes backwards one
 * edit at a time; a new edit drops those that were undone and could have been redone. Each call is one transaction and
 * thread-safe; none belongs on the UI thread.
 */
public interface EditJournal {

    /** Newest first. */
    List<Edit> newest(int most);

    /** What {@link #undo} would undo. */
    Optional<Edit> undoable();

    /** What {@link #redo} would do again. */
    Optional<Edit> redoable();

    /**
     * Applies changes as one edit; those that change nothing are left out, and where nothing is left there is no edit.
     * Clips that are no longer recorded are skipped.
     *
     * @param title what the person did, in a few words
     */
    Optional<Edit> apply(String title, Collection<TagChange> tags, Collection<FieldChange> fields);

    /**
     * Undoes the newest edit that stands.
     *
     * @throws IllegalStateException if there is none, or if it {@linkplain Edit.Kind#changedFiles changed files}
     */
    Edit undo();

    /**
     * Does the edit again that was undone last.
     *
     * @throws IllegalStateException if there is none, or if it {@linkplain Edit.Kind#changedFiles changed files}
     */
    Edit redo();

    /**
     * Records an edit of files that was carried out: where their clips are now, and the size and time that the files have
     * now, so that no scan listens to them again. Their names and metadata are due to be read again.
     */
    Edit recordFiles(Edit.Kind kind, String title, List<FileChange> files);

    /** The files that an edit changed. */
    List<FileChange> filesOf(Edit edit);

    /**
     * Records that files of an edit were put back ({@code undone}), or changed again, in the same way as {@link
     * #recordFiles}.
     *
     * @param files those of {@link #filesOf} that were; the others stayed as they were
     * @param wholly whether the edit counts as undone, or as standing again, from now on; if not, it is still the next one
     * @throws IllegalStateException if the edit is not the one that {@link #undoable} or {@link #redoable} tells
     */
    void filesUndone(Edit edit, boolean undone, Collection<FileChange> files, boolean wholly);
}
