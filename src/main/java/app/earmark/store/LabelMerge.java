package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LabelNames;
import app.earmark.library.TagChange;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to change for several labels to become one. */
final class LabelMerge {

    private final LabelNames names;
    private final Set<String> from = new LinkedHashSet<>();
    private final String to;
    private final String toKey;

    LabelMerge(LabelNames names, Collection<String> from, String to) {
        this.names = names;
        this.to = to.strip();
        this.toKey = TagPrecedence.keyOf(to);
        from.forEach(label -> this.from.add(TagPrecedence.keyOf(label)));
    }

    private record Word(ClipId clip, String key, String label, boolean holds) {}

    /** What is to be said instead of what was said. */
    List<TagChange> words(Connection c) throws SQLException {
        List<Word> said = new SqlQuery(
                        c,
                        "select clip, label_key, label, asserted from tag_claim where source = 'person'"
                                + " and (label_key in (select value from json_each(?)) or label_key = ?)",
                        JsonArrays.of(from),
                        toKey)
                .list(row ->
                        new Word(new ClipId(row.getLong(1)), row.getString(2), row.getString(3), row.getBoolean(4)));
        Map<ClipId, Boolean> holds = new LinkedHashMap<>();
        said.stream()
                .filter(word -> !word.key.equals(toKey))
                .forEach(word -> holds.merge(word.clip, word.holds, Boolean::logicalOr));
        said.stream().filter(word -> word.key.equals(toKey)).forEach(word -> holds.put(word.clip, word.holds));
        List<TagChange> changes = new ArrayList<>();
        said.stream()
                .filter(word -> !word.key.equals(toKey))
                .forEach(word -> changes.add(new TagChange(word.clip, word.label, Optional.empty())));
        holds.forEach((clip, held) ->
                changes.add(new TagChange(clip, to, Optional.of(held ? TagVerdict.HOLDS : TagVerdict.REJECTED))));
        return changes;
    }

    /** The taxonomies that have one of the labels. */
    List<EditedTaxonomies.Change> taxonomies(Connection c) throws SQLException {
        List<Taxonomy> all = TaxonomyRows.all(c);
        boolean toIsKnown = names.isCatId(to)
                || all.stream().flatMap(taxonomy -> taxonomy.labels().stream()).anyMatch(label -> OwnLabels.keyOf(label)
                        .equals(toKey));
        boolean placeWanted = !toIsKnown;
        List<EditedTaxonomies.Change> changes = new ArrayList<>();
        for (Taxonomy before : all) {
            List<TaxonomyLabel> labels = new ArrayList<>();
            for (TaxonomyLabel label : before.labels()) {
                String key = OwnLabels.keyOf(label);
                if (key.equals(toKey)) {
                    labels.add(spelt(label));
                } else if (!from.contains(key)) {
                    labels.add(reparented(label));
                } else if (placeWanted) {
                    labels.add(spelt(label));
                    placeWanted = false;
                }
            }
            changes.add(EditedTaxonomies.Change.of(before, OwnLabels.withLabels(before, labels)));
        }
        return changes;
    }

    private TaxonomyLabel spelt(TaxonomyLabel label) {
        TaxonomyLabel placed = reparented(label);
        return new TaxonomyLabel(to, placed.parent(), label.prompts(), label.threshold(), label.heard());
    }

    private TaxonomyLabel reparented(TaxonomyLabel label) {
        Optional<String> parent = label.parent()
                .map(of -> from.contains(TagPrecedence.keyOf(of)) ? to : of)
                .filter(of -> !TagPrecedence.keyOf(of).equals(toKey)
                        || !OwnLabels.keyOf(label).equals(toKey));
        return new TaxonomyLabel(label.label(), parent, label.prompts(), label.threshold(), label.heard());
    }
}
