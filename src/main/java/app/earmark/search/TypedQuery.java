package app.earmark.search;

import app.earmark.library.ClipFilter;
import java.util.List;

/**
 * What a person typed, taken apart.
 *
 * @param text what is left to search for; blank if the person only narrowed the view
 * @param filter what the person narrowed the view to
 * @param remarks a sentence for each token that could not be understood and is searched for as it stands
 */
public record TypedQuery(String text, ClipFilter filter, List<String> remarks) {

    public TypedQuery {
        remarks = List.copyOf(remarks);
    }
}
