package app.earmark.metadata.write;

import app.earmark.library.ClipFields;
import app.earmark.metadata.block.WantedFields;
import app.earmark.ucs.UcsTable;
import java.util.HashMap;
import java.util.Map;

/**
 * Completes fields before they are written: a CatID brings its category along, and what UCS names and databases call differently
 * is filled in where nobody said otherwise.
 */
final class FieldsToWrite {

    private final UcsTable table;

    FieldsToWrite(UcsTable table) {
        this.table = table;
    }

    WantedFields of(ClipFields fields) {
        Map<String, String> texts = new HashMap<>(fields.values());
        table.find(fields.get("CatID").strip()).ifPresent(entry -> {
            texts.put("Category", entry.category());
            texts.put("SubCategory", entry.subCategory());
            texts.put("CategoryFull", entry.categoryFull());
        });
        Map<String, String> fillers = new HashMap<>();
        fill(fillers, texts, "LongID", "CatID");
        fill(fillers, texts, "Show", "SourceID");
        fill(fillers, texts, "Source", "SourceID");
        fill(fillers, texts, "Library", "SourceID");
        fill(fillers, texts, "ShortID", "CreatorID");
        fill(fillers, texts, "Designer", "CreatorID");
        fill(fillers, texts, "TrackTitle", "FXName");
        return new WantedFields(texts, fillers);
    }

    private static void fill(Map<String, String> fillers, Map<String, String> texts, String field, String from) {
        String text = texts.getOrDefault(from, "").strip();
        if (!texts.containsKey(field) && !text.isEmpty() && !text.equals("NONE")) {
            fillers.put(field, text);
        }
    }
}
