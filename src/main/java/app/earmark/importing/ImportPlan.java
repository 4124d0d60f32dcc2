package app.earmark.importing;

import app.earmark.library.FieldChange;
import app.earmark.library.TagChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sheet would change, before anything does.
 *
 * @param rows below the headings, blank ones aside
 * @param matched how many rows were matched, by how
 * @param changes of clips that would change, in the sheet's order
 * @param notes in the sheet's order
 */
public record ImportPlan(
        Path sheet, long rows, Map<MatchedBy, Long> matched, List<ClipChange> changes, List<RowNote> notes) {

    public ImportPlan {
        matched = Map.copyOf(matched);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** How many rows were matched. */
    public long matchedRows() {
        return matched.values().stream().mapToLong(Long::longValue).sum();
    }

    public long notes(RowNote.Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind).count();
    }

    List<TagChange> tagChanges() {
        return changes.stream()
                .flatMap(change -> change.tags().stream()
                        .map(line -> new TagChange(change.clip().id(), line.label(), line.verdict())))
                .toList();
    }

    List<FieldChange> fieldChanges() {
        return changes.stream()
                .flatMap(change -> change.fields().stream()
                        .map(line -> new FieldChange(change.clip().id(), line.field(), Optional.of(line.after()))))
                .toList();
    }
}
