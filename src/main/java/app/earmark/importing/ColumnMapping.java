package app.earmark.importing;

import app.earmark.export.ColumnPreset;
import app.earmark.export.SheetColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which column of a sheet is taken as which field. No field has more than one column.
 *
 * @param fields by the column's place, from 0; columns without an entry are passed over
 */
public record ColumnMapping(Map<Integer, ImportField> fields) {

    public ColumnMapping {
        fields = Map.copyOf(fields);
        if (new HashSet<>(fields.values()).size() < fields.size()) {
            throw new IllegalArgumentException("two columns are taken as one field");
        }
    }

    /** What the headings suggest; those of a preset mean what it writes under them. Of two columns that mean one field, that with Earmark's own name for it counts. */
    public static ColumnMapping proposed(List<String> headings) {
        Map<Integer, ImportField> fields = new HashMap<>();
        for (ColumnPreset preset : ColumnPreset.BUILT_IN) {
            if (preset.columns().stream().map(SheetColumn::heading).toList().equals(headings)) {
                for (int column = 0; column < headings.size(); column++) {
                    Optional<ImportField> field =
                            ImportField.named(preset.columns().get(column).field());
                    if (field.isPresent()) {
                        fields.put(column, field.get());
                    }
                }
                return new ColumnMapping(fields);
            }
        }
        for (int own = 1; own >= 0; own--) {
            for (int column = 0; column < headings.size(); column++) {
                String heading = headings.get(column);
                Optional<ImportField> field = own == 1 ? ImportField.named(heading) : Headings.fieldOf(heading);
                if (field.isPresent() && !fields.containsKey(column) && !fields.containsValue(field.get())) {
                    fields.put(column, field.get());
                }
            }
        }
        return new ColumnMapping(fields);
    }

    /** With the column taken as this field, which another column may lose; empty to pass the column over. */
    public ColumnMapping with(int column, Optional<ImportField> field) {
        Map<Integer, ImportField> changed = new HashMap<>(fields);
        changed.remove(column);
        field.ifPresent(taken -> {
            changed.values().remove(taken);
            changed.put(column, taken);
        });
        return new ColumnMapping(changed);
    }

    public Optional<ImportField> of(int column) {
        return Optional.ofNullable(fields.get(column));
    }

    /** The place of the column that is taken as this field. */
    OptionalInt columnOf(ImportField field) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    boolean has(ImportField field) {
        return fields.containsValue(field);
    }

    /** Whether some column tells which clip a row speaks of. */
    public boolean findsClips() {
        return has(ImportField.FILE_PATH) || has(ImportField.FILENAME) || has(ImportField.CONTENT_HASH);
    }

    /** Whether some column says something about clips. */
    public boolean saysAnything() {
        return fields.values().stream().anyMatch(field -> field.role() != ImportField.Role.FINDS);
    }
}
