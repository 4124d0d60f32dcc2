package app.earmark.store;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Rows of tables {@code taxonomy} and {@code taxonomy_label} as values. */
final class TaxonomyRows {

    private TaxonomyRows() {}

    static List<Taxonomy> all(Connection c) throws SQLException {
        Map<String, List<TaxonomyLabel>> labels = new HashMap<>();
        new SqlQuery(
                        c,
                        "select taxonomy, label, parent, prompts, threshold, heard from taxonomy_label"
                                + " order by taxonomy, position")
                .each(row -> labels.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(label(row)));
        return new SqlQuery(
                        c,
                        "select name, active, threshold, top_k, margin, templates from taxonomy"
                                + " order by name <> ?, name collate nocase, name",
                        Taxonomy.OWN)
                .list(row -> taxonomy(row, labels.getOrDefault(row.getString(1), List.of())));
    }

    static Optional<Taxonomy> find(Connection c, String name) throws SQLException {
        return all(c).stream().filter(taxonomy -> taxonomy.name().equals(name)).findFirst();
    }

    private static Taxonomy taxonomy(ResultSet row, List<TaxonomyLabel> labels) throws SQLException {
        int topK = row.getInt(4);
        boolean anyNumber = row.wasNull();
        AssertionRule rule = new AssertionRule(
                Claims.number(row, 3), anyNumber ? OptionalInt.empty() : OptionalInt.of(topK), Claims.number(row, 5));
        return new Taxonomy(row.getString(1), row.getBoolean(2), rule, JsonArrays.texts(row.getString(6)), labels);
    }

    private static TaxonomyLabel label(ResultSet row) throws SQLException {
        return new TaxonomyLabel(
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                JsonArrays.texts(row.getString(4)),
                Claims.number(row, 5),
                row.getBoolean(6));
    }

    /** Adds a taxonomy, or replaces the one of that name. */
    static void save(Connection c, Taxonomy taxonomy) throws SQLException {
        remove(c, taxonomy.name());
        AssertionRule rule = taxonomy.rule();
        new SqlQuery(
                        c,
                        "insert into taxonomy (name, active, threshold, top_k, margin, templates) values (?, ?, ?, ?, ?, ?)",
                        taxonomy.name(),
                        taxonomy.active() ? 1 : 0,
                        Claims.orNull(rule.threshold()),
                        rule.topK().isPresent() ? rule.topK().getAsInt() : null,
                        Claims.orNull(rule.margin()),
                        JsonArrays.of(taxonomy.templates()))
                .update();
        try (SqlBatch batch = new SqlBatch(
                c,
                "insert into taxonomy_label (taxonomy, position, label_key, label, parent, prompts, threshold, heard)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (TaxonomyLabel label : taxonomy.labels()) {
                batch.add(
                        taxonomy.name(),
                        position++,
                        TagPrecedence.keyOf(label.label()),
                        label.label().strip(),
                        label.parent().map(String::strip).orElse(null),
                        JsonArrays.of(label.prompts()),
                        Claims.orNull(label.threshold()),
                        label.heard() ? 1 : 0);
            }
        }
    }

    static void remove(Connection c, String name) throws SQLException {
        new SqlQuery(c, "delete from taxonomy where name = ?", name).update();
    }

    /** Of all labels in all taxonomies. */
    static Set<String> keys(Connection c) throws SQLException {
        return new HashSet<>(new SqlQuery(c, "select label_key from taxonomy_label").list(row -> row.getString(1)));
    }
}
