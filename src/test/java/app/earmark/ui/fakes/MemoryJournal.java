package app.earmark.ui.fakes;

import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FieldChange;
import app.earmark.library.FileChange;
import app.earmark.library.TagChange;
import app.earmark.library.TagVerdict;
import app.earmark.progress.Progress;
import app.earmark.ui.history.EditHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what the clips' tags were before and after each edit of a {@link MemoryCatalog}. */
public final class MemoryJournal implements EditJournal, EditHistory {

    private static final Instant BEGINNING = Instant.parse("2026-11-23T09:00:00Z");

    private final MemoryCatalog catalog;
    private final List<Entry> entries = new ArrayList<>();

    /** Thrown by the next undo, to show what a window does then. */
    public RuntimeException trouble;

    MemoryJournal(MemoryCatalog catalog) {
        this.catalog = catalog;
    }

    synchronized void record(String title, Map<ClipId, ClipTags> before, Map<ClipId, ClipTags> after) {
        entries.removeIf(entry -> entry.edit.undone());
        long number = entries.size() + 1L;
        entries.add(new Entry(
                new Edit(number, BEGINNING.plusSeconds(number * 60), Edit.Kind.CATALOGUE, title, before.size(), false),
                Map.copyOf(before),
                Map.copyOf(after)));
    }

    @Override
    public synchronized List<Edit> newest(int most) {
        List<Edit> edits = new ArrayList<>();
        entries.forEach(entry -> edits.add(0, entry.edit));
        return edits.subList(0, Math.min(most, edits.size()));
    }

    @Override
    public synchronized Optional<Edit> undoable() {
        return lastStanding().map(entry -> entry.edit);
    }

    private Optional<Entry> lastStanding() {
        return entries.stream().filter(entry -> !entry.edit.undone()).reduce((one, other) -> other);
    }

    @Override
    public synchronized Optional<Edit> redoable() {
        return firstUndone().map(entry -> entry.edit);
    }

    private Optional<Entry> firstUndone() {
        return entries.stream().filter(entry -> entry.edit.undone()).findFirst();
    }

    @Override
    public Optional<Edit> apply(String title, Collection<TagChange> tags, Collection<FieldChange> fields) {
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        catalog.inOneEdit(
                title,
                () -> tags.forEach(change -> {
                    List<ClipId> clip = List.of(change.clip());
                    if (change.verdict().isEmpty()) {
                        catalog.withdraw(clip, change.label());
                    } else if (change.verdict().get() == TagVerdict.HOLDS) {
                        catalog.hold(clip, change.label());
                    } else {
                        catalog.reject(clip, change.label());
                    }
                }));
        return undoable();
    }

    @Override
    public synchronized Edit undo() {
        if (trouble != null) {
            throw trouble;
        }
        Entry entry = lastStanding().orElseThrow(() -> new IllegalStateException("nothing to undo"));
        catalog.put(entry.before);
        return entry.turn(true);
    }

    @Override
    public synchronized Edit redo() {
        Entry entry = firstUndone().orElseThrow(() -> new IllegalStateException("nothing to redo"));
        catalog.put(entry.after);
        return entry.turn(false);
    }

    @Override
    public Edit undo(Progress progress) {
        return undo();
    }

    @Override
    public Edit redo(Progress progress) {
        return redo();
    }

    @Override
    public Edit recordFiles(Edit.Kind kind, String title, List<FileChange> files) {
        throw new UnsupportedOperationException("files are real");
    }

    @Override
    public List<FileChange> filesOf(Edit edit) {
        return List.of();
    }

    @Override
    public void filesUndone(Edit edit, boolean undone, Collection<FileChange> files, boolean wholly) {
        throw new UnsupportedOperationException("files are real");
    }

    private static final class Entry {
        private final Map<ClipId, ClipTags> before;
        private final Map<ClipId, ClipTags> after;
        private Edit edit;

        private Entry(Edit edit, Map<ClipId, ClipTags> before, Map<ClipId, ClipTags> after) {
            this.edit = edit;
            this.before = new HashMap<>(before);
            this.after = new HashMap<>(after);
        }

        private Edit turn(boolean undone) {
            edit = new Edit(edit.number(), edit.at(), edit.kind(), edit.title(), edit.clips(), undone);
            return edit;
        }
    }
}
