package app.earmark.importing;

import app.earmark.library.Tag;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.Optional;

/**
 * The category that a row names, by its CatID or else by its other cells.
 *
 * @param catId as it stands in the cell; empty where the category is named otherwise, or not at all
 * @param label the CatID that is meant, or what stands for it where the list has none; empty where no label is meant
 * @param isListed whether the list has it
 * @param passedOver another CatID, by whose name the other cells call the category though there is one in its cell; or empty
 */
record NamedCategory(
        String catId,
        String label,
        boolean isListed,
        String passedOver,
        String category,
        String subCategory,
        String categoryFull) {

    static NamedCategory of(SheetEntry entry, UcsTable ucs) {
        String catId = said(entry, ImportField.CAT_ID);
        String category = said(entry, ImportField.CATEGORY);
        String sub = said(entry, ImportField.SUB_CATEGORY);
        String full = said(entry, ImportField.CATEGORY_FULL);
        Optional<String> byName =
                ucs.named(full.isEmpty() ? category + "-" + sub : full).map(UcsEntry::catId);
        Optional<String> listed = catId.isEmpty() ? byName : ucs.named(catId).map(UcsEntry::catId);
        String label = listed.orElse(catId);
        String passedOver = byName.filter(name -> !name.equals(label)).orElse("");
        return new NamedCategory(catId, label, listed.isPresent(), passedOver, category, sub, full);
    }

    /** Whether the other cells only say what a sheet of the clip would have in them. */
    boolean repeatsTextsOf(ClipNow clip) {
        return repeats(category, clip, ImportField.CATEGORY)
                && repeats(subCategory, clip, ImportField.SUB_CATEGORY)
                && repeats(categoryFull, clip, ImportField.CATEGORY_FULL);
    }

    private static boolean repeats(String cell, ClipNow clip, ImportField field) {
        return cell.isEmpty() || cell.equals(clip.shown(field, Tag::name));
    }

    /** The cell, unless it only repeats the person's own text, which stands in a column of its own and is no tag. */
    private static String said(SheetEntry entry, ImportField field) {
        String cell = entry.stripped(field);
        return cell.equals(entry.stripped(ImportField.OWN_CATEGORY.get(field))) ? "" : cell;
    }
}
