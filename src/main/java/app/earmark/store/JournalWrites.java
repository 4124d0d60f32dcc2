package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.Edit;
import app.earmark.library.FieldChange;
import app.earmark.library.LabelNames;
import app.earmark.library.ListingChanges.MovedFile;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagChange;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
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
import java.util.function.IntFunction;

/** Does, undoes and does again what a person changes in the catalogue, inside one transaction each. */
final class JournalWrites {

    private final ClipWrites writes;
    private final ListingWrites listing;
    private final LabelNames names;

    JournalWrites(ClipWrites writes, LabelNames names) {
        this.writes = writes;
        this.listing = new ListingWrites(writes);
        this.names = names;
    }

    /**
     * Applies what changes something as one edit.
     *
     * @param title of the number of clips that change
     */
    Optional<Edit> apply(
            Connection c,
            IntFunction<String> title,
            Collection<TagChange> tags,
            Collection<FieldChange> fields,
            Collection<EditedTaxonomies.Change> taxonomies)
            throws SQLException {
        List<EditedWords.Change> words = EditedWords.among(c, tags);
        List<EditedFields.Change> texts = EditedFields.among(c, fields);
        List<EditedTaxonomies.Change> sets = withNewLabels(c, words, taxonomies);
        if (words.isEmpty() && texts.isEmpty() && sets.isEmpty()) {
            return Optional.empty();
        }
        Set<ClipId> clips = new LinkedHashSet<>();
        words.forEach(change -> clips.add(change.clip()));
        texts.forEach(change -> clips.add(change.clip()));
        Edit edit = EditRows.add(c, Edit.Kind.CATALOGUE, title.apply(clips.size()), clips.size());
        EditedWords.record(c, edit.number(), words);
        EditedFields.record(c, edit.number(), texts);
        EditedTaxonomies.record(c, edit.number(), sets);
        put(c, edit, true);
        return Optional.of(edit);
    }

    /** Lets everything be what it was after the edit, or before it. */
    void put(Connection c, Edit edit, boolean after) throws SQLException {
        long number = edit.number();
        EditedWords.put(c, number, after);
        EditedFields.put(c, number, after);
        Set<String> gone = EditedTaxonomies.put(c, number, after);
        Set<ClipId> tagged = new LinkedHashSet<>(EditedWords.clips(c, number));
        tagged.addAll(ModelClaims.removeOwn(c, gone, names));
        Set<ClipId> worded = new LinkedHashSet<>(EditedFields.clips(c, number));
        worded.removeAll(tagged);
        writes.refreshTags(c, tagged);
        writes.refreshText(c, worded);
    }

    /** Records where the files of clips are now, and how; what they say is due to be read again. */
    void arrived(Connection c, List<EditedFiles.Arrival> arrivals) throws SQLException {
        listing.arrived(
                c,
                arrivals.stream()
                        .map(file -> new MovedFile(file.clip(), file.path(), file.stamp()))
                        .toList());
    }

    /** A label of the person's own that is in no taxonomy yet joins the person's labels. */
    private List<EditedTaxonomies.Change> withNewLabels(
            Connection c, List<EditedWords.Change> words, Collection<EditedTaxonomies.Change> taxonomies)
            throws SQLException {
        Map<String, EditedTaxonomies.Change> changes = new LinkedHashMap<>();
        taxonomies.stream()
                .filter(EditedTaxonomies.Change::changesSomething)
                .forEach(change -> changes.put(change.name(), change));
        Map<String, String> held = new LinkedHashMap<>();
        words.stream()
                .filter(change -> change.after() != null && change.after() == 1)
                .forEach(change -> held.putIfAbsent(change.key(), change.label()));
        held.values().removeIf(names::isCatId);
        if (!held.isEmpty()) {
            held.keySet().removeAll(TaxonomyRows.keys(c));
            taxonomies.stream()
                    .flatMap(change -> change.after().stream())
                    .flatMap(taxonomy -> taxonomy.labels().stream())
                    .forEach(label -> held.remove(TagPrecedence.keyOf(label.label())));
        }
        if (!held.isEmpty()) {
            EditedTaxonomies.Change own = changes.get(Taxonomy.OWN);
            Taxonomy before = own == null ? OwnLabels.taxonomy(c) : own.before().orElseThrow();
            Taxonomy after = own == null ? before : own.after().orElseThrow();
            for (String label : held.values()) {
                after = OwnLabels.with(after, new OwnLabel(label, List.of()));
            }
            changes.put(Taxonomy.OWN, EditedTaxonomies.Change.of(before, after));
        }
        return new ArrayList<>(changes.values());
    }
}
