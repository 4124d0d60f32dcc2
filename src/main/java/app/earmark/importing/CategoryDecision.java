package app.earmark.importing;

import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.List;
import java.util.Optional;

/**
 * What a row says about the category. A CatID that is also among the row's tags adds nothing to them. One that is not, and that
 * differs from the present, is the person's new word, and ends the category before it. A CatID that the list does not have is
 * kept as a label of the person's own.
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
        String catId = said(entry, ImportField.CAT_ID);
        if (!catId.isEmpty()) {
            if (!catId.equalsIgnoreCase(shown(ImportField.CAT_ID, now.category().map(Tag::label)))) {
                become(entry, catId);
            }
            return;
        }
        String full = said(entry, ImportField.CATEGORY_FULL);
        String category = said(entry, ImportField.CATEGORY);
        String sub = said(entry, ImportField.SUB_CATEGORY);
        Optional<UcsEntry> named = ucs.named(full.isEmpty() ? category + "-" + sub : full);
        if (named.isPresent()) {
            if (now.category()
                    .filter(tag -> tag.label().equals(named.get().catId()))
                    .isEmpty()) {
                become(entry, named.get().catId());
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

    /** What a sheet that is written now would have in the column. */
    private String shown(ImportField field, Optional<String> ofTag) {
        return ofTag.orElseGet(() -> now.tags().rejected().contains(now.fields().get("CatID"))
                ? ""
                : now.fields().get(field.name()));
    }

    private void become(SheetEntry entry, String typed) {
        String label = ucs.labelFor(typed);
        Optional<Tag> before = now.category();
        if (tags.lists(label) || options.fillGaps() && before.isPresent()) {
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
