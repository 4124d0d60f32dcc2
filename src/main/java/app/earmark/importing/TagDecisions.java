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
 * already stay as they are, and others become the person's. Where the row names a category that is not among its tags, CatIDs
 * among them are what it was before, and are not taken.
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
    void read(SheetEntry entry, NamedCategory category) {
        List<String> tags = CellList.split(entry.text(ImportField.TAGS)).stream()
                .map(this::meant)
                .toList();
        tags.forEach(label -> listed.add(TagPrecedence.keyOf(label)));
        List<String> rejections = CellList.split(entry.text(ImportField.REJECTED)).stream()
                .map(this::meant)
                .filter(label -> !label.isBlank())
                .toList();
        rejections.forEach(label -> rejected.add(TagPrecedence.keyOf(label)));
        boolean isCorrected = category.isListed() && !lists(category.label()) && !rejects(category.label());
        List<String> sources = CellList.split(entry.text(ImportField.TAG_SOURCES));
        boolean sourced = !sources.isEmpty() && sources.size() == tags.size();
        for (int i = 0; i < tags.size(); i++) {
            if (!tags.get(i).isBlank() && !(isCorrected && ucs.contains(tags.get(i)))) {
                hold(tags.get(i), sourced ? Optional.of(sources.get(i)) : Optional.empty());
            }
        }
        for (String label : rejections) {
            if (!lists(label) && !now.rejects(label)) {
                say(label, Optional.of(TagVerdict.REJECTED));
            }
        }
        if (options.replaceTags()) {
            replace(entry, category);
        }
    }

    /** The CatID where one is meant, unless the clip has a label that is just called so. */
    private String meant(String typed) {
        String label = ucs.labelFor(typed);
        String key = TagPrecedence.keyOf(typed);
        return !TagPrecedence.keyOf(label).equals(key)
                        && now.claims().stream().anyMatch(claim -> TagPrecedence.keyOf(claim.label())
                                .equals(key))
                ? typed.strip()
                : label;
    }

    /** What holds once the rest of the row counts: a person's category hides a model's, which need not be ended then. */
    private void replace(SheetEntry entry, NamedCategory category) {
        boolean all = speaks(entry, ImportField.TAGS);
        if (all) {
            String named = TagPrecedence.keyOf(category.label());
            now.with(lines()).tags().tags().stream()
                    .filter(tag -> !lists(tag.label())
                            && (rejects(category.label())
                                    || !TagPrecedence.keyOf(tag.label()).equals(named)))
                    .forEach(this::end);
        }
        if (speaks(entry, ImportField.REJECTED)) {
            now.tags().rejected().stream()
                    .filter(label -> !rejected.contains(TagPrecedence.keyOf(label)) && !lists(label))
                    .filter(label -> !all || !now.isClaimed(label))
                    .forEach(label -> say(label, Optional.empty()));
        }
    }

    private boolean speaks(SheetEntry entry, ImportField field) {
        return entry.has(field) && (options.emptyClears() || !entry.text(field).isBlank());
    }

    private void hold(String label, Optional<String> source) {
        if (source.isPresent()) {
            if (source.get().equalsIgnoreCase(TagSource.PERSON.code())) {
                insist(label);
            }
        } else if (now.tag(label).isEmpty()) {
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
