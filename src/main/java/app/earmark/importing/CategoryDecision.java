package app.earmark.importing;

import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsTable;
import java.util.List;
import java.util.Optional;

/**
 * What a row says about the category. A CatID that is also among the row's tags, or among those that it rejects, adds nothing
 * to them; nor does one that the clip shows as soon as the row's word about tags counts. Any other is the person's new word,
 * and ends those that would be shown before it. A CatID that the list does not have is kept as a label of the person's own.
 */
final class CategoryDecision {

    private final ClipNow now;
    private final ImportOptions options;
    private final UcsTable ucs;
    private final TagDecisions tags;
    private final List<RowNote> notes;

    /** @param tags what the row says about tags, which counts first */
    CategoryDecision(ClipNow now, ImportOptions options, UcsTable ucs, TagDecisions tags, List<RowNote> notes) {
        this.now = now.with(tags.lines());
        this.options = options;
        this.ucs = ucs;
        this.tags = tags;
        this.notes = notes;
    }

    /** Adds to the tag decisions; texts of a category that is none of the list's are put into {@code fields}. */
    void read(NamedCategory named, long row, List<FieldLine> fields) {
        if (!named.label().isEmpty()) {
            if (!isShown(named) && !tags.lists(named.label()) && !tags.rejects(named.label())) {
                become(named, row);
            }
        } else if (now.tags().category().isEmpty()) {
            text(fields, ImportField.CATEGORY, named.category());
            text(fields, ImportField.SUB_CATEGORY, named.subCategory());
            text(fields, ImportField.CATEGORY_FULL, named.categoryFull());
        }
    }

    private boolean isShown(NamedCategory named) {
        Optional<Tag> category = now.tags().category();
        if (named.isListed() && category.isPresent()) {
            return category.get().label().equals(named.label());
        }
        if (named.catId().isEmpty()) {
            return named.repeatsTextsOf(now);
        }
        String shown = named.isListed()
                ? now.shown(ImportField.CAT_ID, Tag::label)
                : now.fields().get("CatID").strip();
        return shown.equalsIgnoreCase(named.catId());
    }

    private void become(NamedCategory named, long row) {
        String label = named.label();
        Optional<Tag> before = now.tags().category();
        if (options.fillGaps() && before.isPresent()) {
            return;
        }
        if (!named.isListed()) {
            notes.add(new RowNote(
                    row,
                    RowNote.Kind.UNKNOWN_CATEGORY,
                    "Row " + row + ": “" + label + "” is no CatID of UCS 8.2.1; it is kept as a label of your own."));
            if (now.tag(label).isEmpty()) {
                tags.insist(label);
            }
            return;
        }
        tags.insist(label);
        before.filter(tag -> tag.source() != TagSource.MODEL && !tag.label().equals(label))
                .ifPresent(tags::end);
    }

    /** A text that is typed into the category's own cell counts more than one in the cell of own texts. */
    private void text(List<FieldLine> lines, ImportField field, String value) {
        String present = now.fields().get(field.name());
        if (!value.isEmpty() && !(options.fillGaps() && !present.isBlank())) {
            lines.removeIf(line -> line.field().equals(field.name()));
            if (!FieldDecisions.same(present, value)) {
                lines.add(new FieldLine(field.name(), present, value));
            }
        }
    }
}
