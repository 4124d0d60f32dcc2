package app.earmark.importing;

import app.earmark.export.CellList;
import app.earmark.library.Tag;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import app.earmark.ucs.UcsTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row says about labels. Where TagSources runs in step with Tags, only what a person said there is taken as the
 * person's word here: what a file, its name or a model said elsewhere is theirs to say. Without sources, labels that hold
 * already stay as they are, and others become the person's.
 */
final class TagDecisions {

    private final ClipNow now;
    private final ImportOptions options;
    private final UcsTable ucs;
    private final Set<String> listed = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private final Map<String, TagLine> lines = new LinkedHashMap<>();

    TagDecisions(ClipNow now, ImportOptions options, UcsTable ucs) {
        this.now = now;
        this.options = options;
        this.ucs = ucs;
    }

    /** Whether the row lists the label among its tags. */
    boolean lists(String label) {
        return listed.contains(TagPrecedence.keyOf(label));
    }

    /** Whether the row lists the label among those that are rejected, and not among its tags. */
    boolean rejects(String label) {
        return rejected.contains(TagPrecedence.keyOf(label)) && !lists(label);
    }

    List<TagLine> lines() {
        return List.copyOf(lines.values());
    }

    /** Takes the columns Tags, TagSources and Rejected. */
    void read(SheetEntry entry) {
        List<String> tags = CellList.split(entry.text(ImportField.TAGS));
        List<String> sources = CellList.split(entry.text(ImportField.TAG_SOURCES));
        boolean sourced = !sources.isEmpty() && sources.size() == tags.size();
        for (int i = 0; i < tags.size(); i++) {
            if (!tags.get(i).isBlank()) {
                hold(ucs.labelFor(tags.get(i)), sourced ? Optional.of(sources.get(i)) : Optional.empty());
            }
        }
        for (String typed : CellList.split(entry.text(ImportField.REJECTED))) {
            String label = ucs.labelFor(typed);
            rejected.add(TagPrecedence.keyOf(label));
            if (!label.isBlank() && !lists(label) && !now.rejects(label)) {
                say(label, Optional.of(TagVerdict.REJECTED));
            }
        }
        if (options.replaceTags() && speaks(entry, ImportField.TAGS)) {
            now.tags().tags().stream().filter(tag -> !lists(tag.label())).forEach(this::end);
        }
        if (options.replaceTags() && speaks(entry, ImportField.REJECTED)) {
            now.tags().rejected().stream()
                    .filter(label -> !rejected.contains(TagPrecedence.keyOf(label)) && !lists(label))
                    .forEach(label -> say(label, Optional.empty()));
        }
    }

    private boolean speaks(SheetEntry entry, ImportField field) {
        return entry.has(field) && (options.emptyClears() || !entry.text(field).isBlank());
    }

    private void hold(String label, Optional<String> source) {
        listed.add(TagPrecedence.keyOf(label));
        Optional<Tag> tag = now.tag(label);
        boolean wanted = source.isPresent()
                ? source.get().equalsIgnoreCase(TagSource.PERSON.code())
                        && tag.map(t -> t.source() != TagSource.PERSON).orElse(true)
                : tag.isEmpty();
        if (wanted) {
            say(label, Optional.of(TagVerdict.HOLDS));
        }
    }

    /** Makes the label hold by the person's word, whatever else the row says. */
    void insist(String label) {
        if (now.tag(label).map(tag -> tag.source() != TagSource.PERSON).orElse(true)) {
            say(label, Optional.of(TagVerdict.HOLDS));
        }
    }

    /** Makes a label cease to hold: the person's own word is taken back, anybody else's is rejected. */
    void end(Tag tag) {
        say(tag.label(), tag.source() == TagSource.PERSON ? Optional.empty() : Optional.of(TagVerdict.REJECTED));
    }

    private void say(String label, Optional<TagVerdict> verdict) {
        lines.put(TagPrecedence.keyOf(label), new TagLine(label, now.saidOf(label), verdict));
    }
}
