package app.earmark.store;

import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** The labels in {@link Taxonomy#OWN}. */
final class OwnLabels {

    private OwnLabels() {}

    static Taxonomy taxonomy(Connection c) throws SQLException {
        return TaxonomyRows.find(c, Taxonomy.OWN)
                .orElseThrow(() -> new SQLException("the taxonomy of own labels is missing"));
    }

    static List<OwnLabel> all(Connection c) throws SQLException {
        return taxonomy(c).labels().stream()
                .sorted(Comparator.comparing(label -> TagPrecedence.keyOf(label.label())))
                .map(label -> new OwnLabel(
                        label.label(), label.prompts().isEmpty() ? List.of(label.label()) : label.prompts()))
                .toList();
    }

    /** With this label at the end; one that is there takes the spelling and the prompts, and keeps the rest. */
    static Taxonomy with(Taxonomy taxonomy, OwnLabel label) {
        String key = TagPrecedence.keyOf(label.label());
        boolean known =
                taxonomy.labels().stream().anyMatch(other -> keyOf(other).equals(key));
        TaxonomyLabel added = new TaxonomyLabel(
                label.label().strip(), Optional.empty(), label.prompts(), OptionalDouble.empty(), true);
        if (!known) {
            List<TaxonomyLabel> labels = new ArrayList<>(taxonomy.labels());
            labels.add(added);
            return withLabels(taxonomy, labels);
        }
        return mapped(
                taxonomy,
                other -> keyOf(other).equals(key)
                        ? new TaxonomyLabel(
                                added.label(), other.parent(), added.prompts(), other.threshold(), other.heard())
                        : other);
    }

    static Taxonomy without(Taxonomy taxonomy, String key) {
        return withLabels(
                taxonomy,
                taxonomy.labels().stream()
                        .filter(label -> !keyOf(label).equals(key))
                        .toList());
    }

    static Taxonomy mapped(Taxonomy taxonomy, UnaryOperator<TaxonomyLabel> change) {
        return withLabels(taxonomy, taxonomy.labels().stream().map(change).toList());
    }

    static Taxonomy withLabels(Taxonomy taxonomy, List<TaxonomyLabel> labels) {
        return new Taxonomy(taxonomy.name(), taxonomy.active(), taxonomy.rule(), taxonomy.templates(), labels);
    }

    static String keyOf(TaxonomyLabel label) {
        return TagPrecedence.keyOf(label.label());
    }
}
