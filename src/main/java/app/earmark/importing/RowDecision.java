package app.earmark.importing;

import app.earmark.library.Tag;
import app.earmark.library.TagPrecedence;
import app.earmark.ucs.UcsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a row would change about its clip. Tags that end may bring others to light, and these may be shown before the row's
 * category; so the row is read again on what it would make of the clip until it has nothing to add. What it says is thereby
 * said once: a sheet that is taken a second time changes nothing.
 */
final class RowDecision {

    /** More than any row needs, since each reading ends one category at least. */
    private static final int MOST_READINGS = 50;

    private final ImportOptions options;
    private final UcsTable ucs;
    private final List<RowNote> notes;

    RowDecision(ImportOptions options, UcsTable ucs, List<RowNote> notes) {
        this.options = options;
        this.ucs = ucs;
        this.notes = notes;
    }

    /** @param tags of the clip afterwards, as far as they change */
    record Outcome(List<TagLine> tags, List<FieldLine> fields) {}

    Outcome read(SheetEntry entry, ClipNow before) {
        NamedCategory category = NamedCategory.of(entry, ucs);
        Map<String, TagLine> tags = new LinkedHashMap<>();
        Map<String, FieldLine> fields = new LinkedHashMap<>();
        List<RowNote> said = List.of();
        ClipNow clip = before;
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            said = new ArrayList<>();
            Outcome more = readOnce(entry, category, clip, said);
            if (more.tags().isEmpty() && more.fields().isEmpty()) {
                break;
            }
            more.tags().forEach(line -> tags.put(TagPrecedence.keyOf(line.label()), line));
            more.fields().forEach(line -> fields.put(line.field(), line));
            clip = clip.with(more.tags()).written(more.fields());
        }
        notes.addAll(said);
        notePassedOver(category, entry.row(), before);
        return new Outcome(
                tags.values().stream()
                        .filter(line -> !line.verdict().equals(before.word(line.label())))
                        .map(line -> new TagLine(line.label(), before.saidOf(line.label()), line.verdict()))
                        .toList(),
                fields.values().stream()
                        .filter(line -> !Optional.ofNullable(
                                        before.ownFields().values().get(line.field()))
                                .equals(Optional.of(line.after().strip())))
                        .map(line -> new FieldLine(line.field(), before.fields().get(line.field()), line.after()))
                        .toList());
    }

    /** A category typed beside a CatID that was left as it was has no effect, which a person would not expect. */
    private void notePassedOver(NamedCategory category, long row, ClipNow before) {
        boolean catIdIsLeft = category.catId().equalsIgnoreCase(before.shown(ImportField.CAT_ID, Tag::label));
        boolean typed = before.tags().category().isPresent() || !category.repeatsTextsOf(before);
        if (!category.passedOver().isEmpty() && catIdIsLeft && typed) {
            notes.add(new RowNote(
                    row,
                    RowNote.Kind.CATEGORY_PASSED_OVER,
                    "Row " + row + ": its category is that of " + category.passedOver() + ", but its CatID "
                            + category.catId() + " counts; change or empty the CatID if the category is right."));
        }
    }

    private Outcome readOnce(SheetEntry entry, NamedCategory category, ClipNow clip, List<RowNote> said) {
        TagDecisions decisions = new TagDecisions(clip, options, ucs);
        decisions.read(entry, category);
        List<FieldLine> texts = new ArrayList<>(new FieldDecisions(clip, options).read(entry));
        new CategoryDecision(clip, options, ucs, decisions, said).read(category, entry.row(), texts);
        return new Outcome(decisions.lines(), texts);
    }
}
