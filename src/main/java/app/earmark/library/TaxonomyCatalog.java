package app.earmark.library;

import java.util.List;
import java.util.Optional;

/** The person's taxonomies. Every change is one edit of the {@link EditJournal}. */
public interface TaxonomyCatalog {

    /** By name; {@link Taxonomy#OWN} is always there, and first. */
    List<Taxonomy> taxonomies();

    default Optional<Taxonomy> taxonomy(String name) {
        return taxonomies().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** Adds a taxonomy, or replaces the one of that name. Tags that persons gave stay, whatever happens to their labels. */
    void save(Taxonomy taxonomy);

    /** Removes a taxonomy and the model's claims to labels that are in no other. */
    void remove(String name);
}
