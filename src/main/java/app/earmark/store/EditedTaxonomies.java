package app.earmark.store;

import app.earmark.library.Taxonomy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an edit changed in a person's taxonomies. */
final class EditedTaxonomies {

    private EditedTaxonomies() {}

    /** @param before empty where there was no taxonomy of that name; so {@code after} */
    record Change(String name, Optional<Taxonomy> before, Optional<Taxonomy> after) {

        static Change of(Taxonomy before, Taxonomy after) {
            return new Change(after.name(), Optional.of(before), Optional.of(after));
        }

        boolean changesSomething() {
            return !before.equals(after);
        }
    }

    static void record(Connection c, long edit, Collection<Change> changes) throws SQLException {
        try (SqlBatch batch =
                new SqlBatch(c, "insert into edit_taxonomy (edit, name, before, after) values (?, ?, ?, ?)")) {
            for (Change change : changes) {
                batch.add(
                        edit,
                        change.name,
                        change.before.map(TaxonomyJson::of).orElse(null),
                        change.after.map(TaxonomyJson::of).orElse(null));
            }
        }
    }

    private record Kept(String name, String json) {}

    /** Lets the taxonomies be what they were after the edit, or before it; returns labels that are in none any more. */
    static Set<String> put(Connection c, long edit, boolean after) throws SQLException {
        List<Kept> kept = new SqlQuery(
                        c, "select name, " + (after ? "after" : "before") + " from edit_taxonomy where edit = ?", edit)
                .list(row -> new Kept(row.getString(1), row.getString(2)));
        if (kept.isEmpty()) {
            return Set.of();
        }
        Set<String> gone = new LinkedHashSet<>(TaxonomyRows.keys(c));
        for (Kept taxonomy : kept) {
            if (taxonomy.json == null) {
                TaxonomyRows.remove(c, taxonomy.name);
            } else {
                TaxonomyRows.save(c, TaxonomyJson.taxonomy(taxonomy.json));
            }
        }
        gone.removeAll(TaxonomyRows.keys(c));
        return gone;
    }
}
