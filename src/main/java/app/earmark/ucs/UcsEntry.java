package app.earmark.ucs;

/**
 * One line of the list.
 *
 * @param catId such as {@code DOORCreak}; unique, 2 to 11 letters and digits, no rule leads from it to the rest
 * @param category such as {@code DOORS}
 * @param subCategory such as {@code CREAK}
 * @param catShort such as {@code DOOR}; one category may have several
 */
public record UcsEntry(String catId, String category, String subCategory, String catShort) {

    /** The trade's CategoryFull field, such as {@code DOORS-CREAK}. */
    public String categoryFull() {
        return category + "-" + subCategory;
    }
}
