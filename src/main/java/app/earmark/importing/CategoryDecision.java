package app.earmark.importing;

import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a row says about the category. A CatID that is also among the row's tags, or among those that it rejects, adds nothing
 * to them; nor does one that the clip shows now, or will show once the row has ended other tags. Any other is the person's new
 * word, and ends the category before it. A CatID that the list does not have is kept as a label of the person's own.
 */
final class CategoryDecision {

    private final ClipNow now;
    private final ImportOptions options;
    private final UcsTable ucs;
    private final TagDecisions tags;
    private final List<RowNote> notes;

    CategoryDecision(ClipNow now, ImportOptions options, UcsTable ucs, TagDecisions tags, List<RowNote> notes) {
        this.now = now;
        this.options = options;
        this.ucs = ucs;
        this.tags = tags;
        this.notes = notes;
    }

    /** Adds to the tag decisions; texts of a category that is none of the list's are added to {@code fields}. */
    void read(SheetEntry entry, List<FieldLine> fields) {
        String typed = said(entry, ImportField.CAT_ID);
        if (!typed.isEmpty()) {
            if (!isShown(clip -> typed.equalsIgnoreCase(clip.shown(ImportField.CAT_ID, Tag::label)))) {
                become(entry, typed);
            }
            return;
        }
        String full = said(entry, ImportField.CATEGORY_FULL);
        String category = said(entry, ImportField.CATEGORY);
        String sub = said(entry, ImportField.SUB_CATEGORY);
        Optional<UcsEntry> named = ucs.named(full.isEmpty() ? category + "-" + sub : full);
        if (named.isPresent()) {
            String catId = named.get().catId();
            if (!isShown(clip ->
                    clip.category().map(tag -> tag.label().equals(catId)).orElseGet(() -> repeats(entry, clip)))) {
                become(entry, catId);
            }
        } else if (now.category().isEmpty()) {
            text(fields, ImportField.CATEGORY, category);
            text(fields, ImportField.SUB_CATEGORY, sub);
            text(fields, ImportField.CATEGORY_FULL, full);
        }
    }

    /** The cell, unless it only repeats the person's own text, which stands in a column of its own and is no tag. */
    private static String said(SheetEntry entry, ImportField field) {
        String cell = entry.stripped(field);
        return cell.equals(entry.stripped(ImportField.OWN_CATEGORY.get(field))) ? "" : cell;
    }

    /** Whether it is so of the clip as it is, or as it will be when the row has ended some of its tags. */
    private boolean isShown(Predicate<ClipNow> test) {
        return test.test(now) || test.test(now.once(tags.lines()));
    }

    private static boolean repeats(SheetEntry entry, ClipNow clip) {
        return Stream.of(ImportField.CATEGORY, ImportField.SUB_CATEGORY, ImportField.CATEGORY_FULL)
                .allMatch(field -> said(entry, field).isEmpty()
                        || said(entry, field)
                                .equals(clip.shown(field, Tag::name).strip()));
    }

    private void become(SheetEntry entry, String typed) {
        String label = ucs.labelFor(typed);
        Optional<Tag> before = now.category();
        if (tags.lists(label) || tags.rejects(label) || options.fillGaps() && before.isPresent()) {
            return;
        }
        if (ucs.named(typed).isEmpty()) {
            notes.add(new RowNote(
                    entry.row(),
                    RowNote.Kind.UNKNOWN_CATEGORY,
                    "Row " + entry.row() + ": “" + typed
                            + "” is no CatID of UCS 8.2.1; it is kept as a label of your own."));
            if (now.tag(label).isEmpty()) {
                tags.insist(label);
            }
            return;
        }
        tags.insist(label);
        before.filter(tag -> tag.source() != TagSource.MODEL && !tag.label().equals(label))
                .ifPresent(tags::end);
    }

    private void text(List<FieldLine> lines, ImportField field, String value) {
        String present = now.fields().get(field.name());
        if (!value.isEmpty() && !value.equals(present) && !(options.fillGaps() && !present.isBlank())) {
            lines.add(new FieldLine(field.name(), present, value));
        }
    }
}
