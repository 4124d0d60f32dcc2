package app.earmark.store;

import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyCatalog;
import app.earmark.library.TaxonomyLabel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The person's taxonomies, over SQLite. */
final class SqlTaxonomyCatalog implements TaxonomyCatalog {

    private final Readers readers;
    private final Writer writer;
    private final JournalWrites journal;

    SqlTaxonomyCatalog(Readers readers, Writer writer, JournalWrites journal) {
        this.readers = readers;
        this.writer = writer;
        this.journal = journal;
    }

    @Override
    public List<Taxonomy> taxonomies() {
        return readers.readSnapshot(TaxonomyRows::all);
    }

    @Override
    public void save(Taxonomy taxonomy) {
        requireSound(taxonomy);
        writer.run(c -> {
            Optional<Taxonomy> before = TaxonomyRows.find(c, taxonomy.name());
            String verb = before.isPresent() ? "Change" : "Add";
            change(c, verb, new EditedTaxonomies.Change(taxonomy.name(), before, Optional.of(taxonomy)));
        });
    }

    @Override
    public void remove(String name) {
        if (name.equals(Taxonomy.OWN)) {
            throw new IllegalArgumentException(
                    "The labels of \"" + name + "\" can be removed, but not the list itself.");
        }
        writer.run(c ->
                change(c, "Remove", new EditedTaxonomies.Change(name, TaxonomyRows.find(c, name), Optional.empty())));
    }

    private void change(Connection c, String verb, EditedTaxonomies.Change change) throws SQLException {
        journal.apply(c, count -> verb + " taxonomy \"" + change.name() + '"', List.of(), List.of(), List.of(change));
    }

    private static void requireSound(Taxonomy taxonomy) {
        if (taxonomy.name().isBlank()) {
            throw new IllegalArgumentException("A taxonomy needs a name.");
        }
        Set<String> keys = new HashSet<>();
        for (TaxonomyLabel label : taxonomy.labels()) {
            if (!keys.add(OwnLabels.keyOf(label))) {
                throw new IllegalArgumentException(
                        "The taxonomy \"" + taxonomy.name() + "\" has the label \"" + label.label() + "\" twice.");
            }
        }
    }
}
