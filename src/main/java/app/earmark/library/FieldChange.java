package app.earmark.library;

import java.util.Optional;

/**
 * A person's own text for one field of one clip, which stands above what the file and its name say.
 *
 * @param field a column name of {@link ClipFields}
 * @param value empty to take the person's text back; a blank text says that the field holds nothing
 */
public record FieldChange(ClipId clip, String field, Optional<String> value) {}
