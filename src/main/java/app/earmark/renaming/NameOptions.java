package app.earmark.renaming;

import java.util.Map;
import java.util.Optional;

/**
 * How a person wants files to be named.
 *
 * @param pattern absent for the convention's own layout
 * @param defaults texts of fields for clips that have none, by the trade's column names, such as {@code CreatorID}
 * @param fixed texts of fields for every clip, whatever it has
 * @param numbered whether files that would get the same name are told apart by a number; otherwise they are left alone
 * @param companions whether files that belong to a sound (peaks, notes, projects of the same name) go along
 * @param oldNames whether each folder remembers what its files were called
 */
public record NameOptions(
        Optional<NamePattern> pattern,
        Map<String, String> defaults,
        Map<String, String> fixed,
        boolean numbered,
        boolean companions,
        boolean oldNames) {

    /** The convention's layout; nothing but what is known of each clip. */
    public static final NameOptions STANDARD = new NameOptions(Optional.empty(), Map.of(), Map.of(), false, true, true);

    public NameOptions {
        defaults = Map.copyOf(defaults);
        fixed = Map.copyOf(fixed);
    }

    /** The field of this name, in any case, that a person may give a text for. */
    public static Optional<String> settableField(String name) {
        return NameFields.settable(name);
    }
}
