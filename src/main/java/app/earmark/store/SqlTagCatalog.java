package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.HeardEvidence;
import app.earmark.library.LabelEvidence;
import app.earmark.library.LabelNames;
import app.earmark.library.PackId;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagChange;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import app.earmark.library.Taxonomy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A person's word about clips, over SQLite. */
final class SqlTagCatalog implements TagCatalog {

    /** The sum of x³ modulo a prime tells sets of clips and verdicts x apart; sums of x itself would not. */
    private static final String HEARD_EVIDENCE =
            "select min(label), count(heard), sum(asserted and heard is not null), sum(x * x % ?1 * x % ?1) from (select"
                    + " t.label_key, t.label, t.asserted, e.version as heard, (2 * t.clip + t.asserted) % ?1 as x"
                    + " from tag_claim t left join embedding e on e.clip = t.clip and e.pack = ?2"
                    + " where t.source = 'person') group by label_key order by label_key";

    /** Below 2³¹, so that no product overflows. */
    private static final long FINGERPRINT_PRIME = 2_147_483_629L;

    private final Readers readers;
    private final Writer writer;
    private final JournalWrites journal;
    private final LabelNames names;

    SqlTagCatalog(Readers readers, Writer writer, JournalWrites journal, LabelNames names) {
        this.readers = readers;
        this.writer = writer;
        this.journal = journal;
        this.names = names;
    }

    @Override
    public void hold(Collection<ClipId> clips, String label) {
        say(clips, label, Optional.of(TagVerdict.HOLDS), "Tag");
    }

    @Override
    public void reject(Collection<ClipId> clips, String label) {
        say(clips, label, Optional.of(TagVerdict.REJECTED), "Reject");
    }

    @Override
    public void withdraw(Collection<ClipId> clips, String label) {
        say(clips, label, Optional.empty(), "Take back");
    }

    private void say(Collection<ClipId> clips, String label, Optional<TagVerdict> verdict, String verb) {
        List<TagChange> changes =
                clips.stream().map(clip -> new TagChange(clip, label, verdict)).toList();
        requireText(label);
        writer.run(c -> journal.apply(
                c,
                count -> verb + " " + quoted(label) + " on " + count + (count == 1 ? " clip" : " clips"),
                changes,
                List.of(),
                List.of()));
    }

    @Override
    public void merge(Collection<String> from, String to) {
        requireText(to);
        String title = (from.size() == 1 ? "Rename " : "Merge ")
                + String.join(", ", from.stream().map(this::quoted).toList())
                + (from.size() == 1 ? " to " : " into ")
                + quoted(to);
        writer.run(c -> {
            LabelMerge merge = new LabelMerge(names, from, to);
            journal.apply(c, count -> title, merge.words(c), List.of(), merge.taxonomies(c));
        });
    }

    @Override
    public Map<ClipId, TagVerdict> verdictsOn(String label) {
        Map<ClipId, TagVerdict> verdicts = new LinkedHashMap<>();
        readers.read(c -> {
            new SqlQuery(
                            c,
                            "select clip, asserted from tag_claim where source = 'person' and label_key = ? order by clip",
                            TagPrecedence.keyOf(label))
                    .each(row -> verdicts.put(
                            new ClipId(row.getLong(1)), row.getBoolean(2) ? TagVerdict.HOLDS : TagVerdict.REJECTED));
            return null;
        });
        return verdicts;
    }

    @Override
    public List<LabelEvidence> evidence() {
        return readers.read(c -> new SqlQuery(
                        c,
                        "select min(label), sum(asserted), sum(1 - asserted) from tag_claim where source = 'person'"
                                + " group by label_key order by count(*) desc, label_key")
                .list(row -> new LabelEvidence(row.getString(1), row.getInt(2), row.getInt(3))));
    }

    @Override
    public List<HeardEvidence> evidence(PackId pack) {
        return readers.read(c -> new SqlQuery(c, HEARD_EVIDENCE, FINGERPRINT_PRIME, Claims.knownPackNumber(c, pack))
                .list(row -> new HeardEvidence(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4))));
    }

    @Override
    public List<OwnLabel> ownLabels() {
        return readers.readSnapshot(OwnLabels::all);
    }

    @Override
    public void saveOwnLabel(OwnLabel label) {
        requireText(label.label());
        changeOwn("Change label " + quoted(label.label()), own -> OwnLabels.with(own, label));
    }

    /** The model's claims to the label go with it; where a person said it holds, it stays on the clip. */
    @Override
    public void removeOwnLabel(String label) {
        String key = TagPrecedence.keyOf(label);
        changeOwn("Remove label " + quoted(label), own -> OwnLabels.without(own, key));
    }

    private void changeOwn(String title, UnaryOperator<Taxonomy> change) {
        writer.run(c -> {
            Taxonomy own = OwnLabels.taxonomy(c);
            journal.apply(
                    c,
                    count -> title,
                    List.of(),
                    List.of(),
                    List.of(EditedTaxonomies.Change.of(own, change.apply(own))));
        });
    }

    private String quoted(String label) {
        return '"' + names.nameOf(label.strip()) + '"';
    }

    private static void requireText(String label) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A label needs at least one letter.");
        }
    }
}
