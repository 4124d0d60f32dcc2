package app.earmark.metadata.block;

import app.earmark.metadata.FieldNames;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file is to say.
 *
 * @param texts by the trade's field names, in their order; a blank text takes the field out
 * @param fillers texts for fields that nobody said anything of; they never replace what is there
 */
public record WantedFields(Map<String, String> texts, Map<String, String> fillers) {

    public WantedFields {
        texts = ordered(texts);
        fillers = ordered(fillers);
    }

    private static Map<String, String> ordered(Map<String, String> fields) {
        Map<String, String> ordered = new LinkedHashMap<>();
        FieldNames.ALL.forEach(name -> {
            if (fields.containsKey(name)) {
                ordered.put(name, cleaned(fields.get(name)));
            }
        });
        return ordered;
    }

    /** Without what no block can hold: control characters, and halves of characters. */
    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(MarkupText::isAllowed)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** The text for a field, wherever it comes from; empty if there is none. */
    public String text(String field) {
        return texts.getOrDefault(field, fillers.getOrDefault(field, ""));
    }

    /** Whether there is any text to write. */
    public boolean hasText() {
        return texts.values().stream().anyMatch(text -> !text.isEmpty());
    }
}
