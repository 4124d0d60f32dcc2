package app.earmark.search;

import java.util.Optional;
import java.util.Set;

/** What people call labels and categories. */
public interface QueryNames {

    /**
     * The labels that a person means: the one of this name, those of the category of this name or, if there is neither, those
     * that are also known by this word. Never empty: a word that nothing is called by is taken for a label itself.
     */
    Set<String> labels(String typed);

    /** The UCS Category of this name, whatever its case. */
    Optional<String> category(String typed);
}
