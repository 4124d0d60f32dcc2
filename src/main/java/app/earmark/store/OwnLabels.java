package app.earmark.store;

import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The labels in {@link Taxonomy#OWN}. */
final class OwnLabels {

    private OwnLabels() {}

    static List<OwnLabel> all(Connection c) throws SQLException {
        return new SqlQuery(
                        c,
                        "select label, prompts from taxonomy_label where taxonomy = ? order by label_key",
                        Taxonomy.OWN)
                .list(row -> {
                    List<String> prompts = JsonArrays.texts(row.getString(2));
                    return new OwnLabel(row.getString(1), prompts.isEmpty() ? List.of(row.getString(1)) : prompts);
                });
    }

    /** Adds a label without prompts, if it is not there. */
    static void add(Connection c, String label) throws SQLException {
        insert(c, new OwnLabel(label, List.of()), "do nothing");
    }

    static void save(Connection c, OwnLabel label) throws SQLException {
        insert(c, label, "do update set label = excluded.label, prompts = excluded.prompts");
    }

    static void remove(Connection c, String labelKey) throws SQLException {
        new SqlQuery(c, "delete from taxonomy_label where taxonomy = ? and label_key = ?", Taxonomy.OWN, labelKey)
                .update();
    }

    private static void insert(Connection c, OwnLabel label, String conflict) throws SQLException {
        new SqlQuery(
                        c,
                        "insert into taxonomy_label (taxonomy, position, label_key, label, prompts) values (?1,"
                                + " (select coalesce(max(position), -1) + 1 from taxonomy_label where taxonomy = ?1),"
                                + " ?2, ?3, ?4) on conflict (taxonomy, label_key) " + conflict,
                        Taxonomy.OWN,
                        TagPrecedence.keyOf(label.label()),
                        label.label().strip(),
                        JsonArrays.of(label.prompts()))
                .update();
    }
}
