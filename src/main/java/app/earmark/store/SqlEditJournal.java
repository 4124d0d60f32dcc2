package app.earmark.store;

import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FieldChange;
import app.earmark.library.FileChange;
import app.earmark.library.TagChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a person did, over SQLite. */
final class SqlEditJournal implements EditJournal {

    private final Readers readers;
    private final Writer writer;
    private final JournalWrites journal;

    SqlEditJournal(Readers readers, Writer writer, JournalWrites journal) {
        this.readers = readers;
        this.writer = writer;
        this.journal = journal;
    }

    @Override
    public List<Edit> newest(int most) {
        return readers.read(c -> EditRows.newest(c, most));
    }

    @Override
    public Optional<Edit> undoable() {
        return readers.read(EditRows::undoable);
    }

    @Override
    public Optional<Edit> redoable() {
        return readers.read(EditRows::redoable);
    }

    @Override
    public Optional<Edit> apply(String title, Collection<TagChange> tags, Collection<FieldChange> fields) {
        return writer.call(c -> journal.apply(c, clips -> title, tags, fields, List.of()));
    }

    @Override
    public Edit undo() {
        return writer.call(c -> put(c, EditRows.undoable(c), true));
    }

    @Override
    public Edit redo() {
        return writer.call(c -> put(c, EditRows.redoable(c), false));
    }

    private Edit put(Connection c, Optional<Edit> edit, boolean undone) throws SQLException {
        Edit put = edit.orElseThrow(
                () -> new IllegalStateException(undone ? "There is nothing to undo." : "There is nothing to redo."));
        if (put.kind().changedFiles()) {
            throw new IllegalStateException("The edit \"" + put.title() + "\" changed files.");
        }
        journal.put(c, put, !undone);
        return EditRows.mark(c, put, undone);
    }

    @Override
    public Edit recordFiles(Edit.Kind kind, String title, List<FileChange> files) {
        if (!kind.changedFiles()) {
            throw new IllegalArgumentException("Files are not changed by an edit of kind " + kind + ".");
        }
        List<EditedFiles.Arrival> arrivals = EditedFiles.arrivals(files, true);
        return writer.call(c -> {
            Edit edit = EditRows.add(c, kind, title, files.size());
            EditedFiles.record(c, edit.number(), files);
            journal.arrived(c, arrivals);
            return edit;
        });
    }

    @Override
    public List<FileChange> filesOf(Edit edit) {
        return readers.read(c -> EditedFiles.of(c, edit.number()));
    }

    @Override
    public void filesUndone(Edit edit, boolean undone, Collection<FileChange> files, boolean wholly) {
        List<EditedFiles.Arrival> arrivals = EditedFiles.arrivals(files, !undone);
        writer.run(c -> {
            boolean next = (undone ? EditRows.undoable(c) : EditRows.redoable(c))
                    .filter(other -> other.number() == edit.number())
                    .isPresent();
            if (!next) {
                throw new IllegalStateException("Other edits come before \"" + edit.title() + "\".");
            }
            journal.arrived(c, arrivals);
            if (wholly) {
                EditRows.mark(c, edit, undone);
            }
        });
    }
}
