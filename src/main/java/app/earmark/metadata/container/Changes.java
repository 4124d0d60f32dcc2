package app.earmark.metadata.container;

import app.earmark.metadata.FieldDifference;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.block.WantedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a rewriting changes. */
final class Changes {

    private final List<FieldDifference> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Those of the settings that differ from what is there. */
    Map<String, String> of(MetadataBlock.Kind block, Map<String, String> present, Map<String, String> settings) {
        Map<String, String> changed = new LinkedHashMap<>();
        settings.forEach((key, text) -> {
            String before = present.getOrDefault(key, "");
            if (!before.equals(text)) {
                changed.put(key, text);
                FieldDifference difference = new FieldDifference(block, key, before, text);
                if (!differences.contains(difference)) {
                    differences.add(difference);
                }
            }
        });
        return changed;
    }

    boolean none() {
        return differences.isEmpty();
    }

    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** Says it if a block holds less of a text than was wanted. */
    void noteShortened(WantedFields wanted, Map<String, String> settings, String field, String block) {
        String text = wanted.texts().getOrDefault(field, "");
        String held = settings.getOrDefault(field, "");
        if (!text.isEmpty() && held.isEmpty()) {
            note("The " + block + " " + field + " stays as it is: it holds only ASCII, and nothing of the text is.");
        } else if (text.length() > held.length() + 1) {
            note("The " + block + " " + field + " holds only the beginning of the text; the whole is in iXML.");
        } else if (!text.equals(held)) {
            note("The " + block + " " + field + " holds the text without accents; the whole is in iXML.");
        }
    }

    Rewrite rewrite(Recipe recipe) {
        return new Rewrite(recipe, differences, notes);
    }
}
