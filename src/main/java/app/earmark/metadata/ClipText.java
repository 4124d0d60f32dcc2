package app.earmark.metadata;

import app.earmark.library.ClipFields;
import app.earmark.library.TagClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one place says about a clip in words.
 *
 * @param fields by the names of {@link FieldNames}
 * @param claims the categories it asserts
 */
public record ClipText(ClipFields fields, List<TagClaim> claims) {

    public static final ClipText NONE = new ClipText(ClipFields.NONE, List.of());

    public ClipText {
        claims = List.copyOf(claims);
    }

    /** This text, with what only {@code weaker} knows added; the claims of both. */
    ClipText over(ClipText weaker) {
        Map<String, String> merged = new HashMap<>(weaker.fields.values());
        if (CategoryFields.speaksOfCategory(fields)) {
            merged.keySet().removeAll(CategoryFields.NAMES);
        }
        merged.putAll(fields.values());
        List<TagClaim> all = new ArrayList<>(claims);
        all.addAll(weaker.claims);
        return new ClipText(new ClipFields(merged), all);
    }
}
