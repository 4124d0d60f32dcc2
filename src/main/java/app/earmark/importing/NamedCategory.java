package app.earmark.importing;

import app.earmark.ucs.UcsTable;
import java.util.Optional;

/**
 * The category that a row names, by its CatID or else by its other cells.
 *
 * @param catId as it stands in the cell; empty where the category is named otherwise, or not at all
 * @param label the CatID that is meant, or what stands for it where the list has none; empty where no label is meant
 * @param isListed whether the list has it
 */
record NamedCategory(
        String catId, String label, boolean isListed, String category, String subCategory, String categoryFull) {

    static NamedCategory of(SheetEntry entry, UcsTable ucs) {
        String catId = said(entry, ImportField.CAT_ID);
        String category = said(entry, ImportField.CATEGORY);
        String sub = said(entry, ImportField.SUB_CATEGORY);
        String full = said(entry, ImportField.CATEGORY_FULL);
        Optional<String> listed = ucs.named(!catId.isEmpty() ? catId : full.isEmpty() ? category + "-" + sub : full)
                .map(found -> found.catId());
        return new NamedCategory(catId, listed.orElse(catId), listed.isPresent(), category, sub, full);
    }

    /** The cell, unless it only repeats the person's own text, which stands in a column of its own and is no tag. */
    private static String said(SheetEntry entry, ImportField field) {
        String cell = entry.stripped(field);
        return cell.equals(entry.stripped(ImportField.OWN_CATEGORY.get(field))) ? "" : cell;
    }
}
