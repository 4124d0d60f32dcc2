package app.earmark.export;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column of a sheet.
 *
 * @param field what stands in it, one of {@link #known()}
 * @param heading what the sheet calls it
 */
public record SheetColumn(String field, String heading) {

    /** Columns of the person's own texts for category fields, by name: the fields' own columns may show a tag's category. */
    public static final SortedMap<String, String> OWN_CATEGORY = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "OwnCatID", "CatID",
            "OwnCategory", "Category",
            "OwnSubCategory", "SubCategory",
            "OwnCategoryFull", "CategoryFull")));

    /** A column under Earmark's own heading. */
    public SheetColumn(String field) {
        this(field, field);
    }

    /** All fields that a column may hold, in the order of a whole sheet. */
    public static List<String> known() {
        return SheetColumns.names();
    }

    /** The column that a person names: {@code Description}, or {@code BWDescription=Description} for another heading. */
    public static Optional<SheetColumn> parse(String text) {
        int equals = text.indexOf('=');
        String heading = text.substring(0, Math.max(0, equals)).strip();
        String name = text.substring(equals + 1).strip();
        return known().stream()
                .filter(field -> key(field).equals(key(name)))
                .findFirst()
                .map(field -> new SheetColumn(field, heading.isEmpty() ? field : heading));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return heading.equals(field) ? field : heading + "=" + field;
    }

    private static String key(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
