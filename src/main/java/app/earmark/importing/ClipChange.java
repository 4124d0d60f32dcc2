package app.earmark.importing;

import app.earmark.library.Clip;
import java.util.List;

/**
 * What a row would change about its clip.
 *
 * @param row as a spreadsheet counts
 */
public record ClipChange(long row, MatchedBy matchedBy, Clip clip, List<TagLine> tags, List<FieldLine> fields) {

    public ClipChange {
        tags = List.copyOf(tags);
        fields = List.copyOf(fields);
    }

    boolean isNone() {
        return tags.isEmpty() && fields.isEmpty();
    }
}
