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

    /** Records an edit of files that was carried out, and where it renamed files, where their clips are now. */
    Edit recordFiles(Edit.Kind kind, String title, List<FileChange> files);

    /** The files that an edit changed. */
    List<FileChange> filesOf(Edit edit);

    /** Records that files were put back ({@code undone}), or changed again, and where their clips are now. */
    void filesUndone(Edit edit, boolean undone);
}
