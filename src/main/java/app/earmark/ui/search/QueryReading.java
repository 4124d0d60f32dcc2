package app.earmark.ui.search;

import app.earmark.library.ClipFilter;
import app.earmark.search.TypedQuery;
import java.util.List;

/** Takes apart what was typed into the search box. May read the catalogue, so not for the window's thread. */
@FunctionalInterface
public interface QueryReading {

    /** Knows no tokens. */
    QueryReading WORDS_ONLY = (typed, within) -> new TypedQuery(typed, within, List.of());

    TypedQuery read(String typed, ClipFilter within);
}
