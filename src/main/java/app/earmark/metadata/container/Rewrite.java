package app.earmark.metadata.container;

import app.earmark.metadata.FieldDifference;
import java.util.List;

/**
 * How a file would be put together anew.
 *
 * @param differences empty if it says everything already
 * @param notes what else there is to know, a sentence each
 */
public record Rewrite(Recipe recipe, List<FieldDifference> differences, List<String> notes) {

    public Rewrite {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }
}
