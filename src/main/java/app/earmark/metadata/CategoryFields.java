package app.earmark.metadata;

import app.earmark.library.ClipFields;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The four fields that name a UCS category; always filled together from the list. */
final class CategoryFields {

    static final Set<String> NAMES = Set.of("CatID", "Category", "SubCategory", "CategoryFull");

    private final UcsTable table;
    private final Map<String, UcsEntry> byFullName;

    CategoryFields(UcsTable table) {
        this.table = table;
        this.byFullName = table.entries().stream()
                .collect(Collectors.toMap(entry -> key(entry.categoryFull()), entry -> entry, (first, same) -> first));
    }

    static boolean speaksOfCategory(ClipFields fields) {
        return NAMES.stream().anyMatch(fields.values()::containsKey);
    }

    /** The entry that the fields name by CatID, or else by category and subcategory. */
    Optional<UcsEntry> entryOf(Map<String, String> fields) {
        return table.find(fields.getOrDefault("CatID", "").strip())
                .or(() -> byFullName(fields.getOrDefault("CategoryFull", "")))
                .or(() ->
                        byFullName(fields.getOrDefault("Category", "") + "-" + fields.getOrDefault("SubCategory", "")));
    }

    static Map<String, String> of(UcsEntry entry) {
        Map<String, String> fields = new HashMap<>();
        fields.put("CatID", entry.catId());
        fields.put("Category", entry.category());
        fields.put("SubCategory", entry.subCategory());
        fields.put("CategoryFull", entry.categoryFull());
        return fields;
    }

    /**
     * Completes the category where the fields name one of the list; takes out words that name none, which would pass for one.
     *
     * @return the entry
     */
    Optional<UcsEntry> settle(Map<String, String> fields) {
        Optional<UcsEntry> entry = entryOf(fields);
        fields.keySet().removeAll(NAMES);
        entry.ifPresent(e -> fields.putAll(of(e)));
        return entry;
    }

    private Optional<UcsEntry> byFullName(String name) {
        return Optional.ofNullable(byFullName.get(key(name)));
    }

    private static String key(String name) {
        return UcsTable.withoutBlanks(name).toUpperCase(Locale.ROOT);
    }
}
