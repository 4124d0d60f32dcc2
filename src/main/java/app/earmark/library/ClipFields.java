package app.earmark.library;

import java.util.Map;

/**
 * Text a clip carries in its name or its file, by the trade's column names ({@code FXName, Description, Keywords,
 * CreatorID …}; see {@code metadata} for the list). Missing fields have no entry.
 */
public record ClipFields(Map<String, String> values) {

    public static final ClipFields NONE = new ClipFields(Map.of());

    public ClipFields {
        values = Map.copyOf(values);
    }

    /** The field's text, or the empty string. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }
}
