package app.earmark.assembly;

import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be written into a clip's file, of all that the catalogue knows of it. */
final class ClipWording {

    private static final List<String> CATEGORY = List.of("CatID", "Category", "SubCategory", "CategoryFull");

    private final UcsTable table;
    private final boolean modelTags;

    ClipWording(UcsTable table, boolean modelTags) {
        this.table = table;
        this.modelTags = modelTags;
    }

    /** @param own what the person wrote into fields, which no tag replaces */
    ClipFields of(ClipFields fields, ClipFields own, ClipTags tags) {
        Map<String, String> texts = new HashMap<>(fields.values());
        List<Tag> counted = tags.tags().stream()
                .filter(tag -> modelTags || tag.source() != TagSource.MODEL)
                .toList();
        if (CATEGORY.stream().noneMatch(own.values()::containsKey)) {
            Optional<UcsEntry> entry = counted.stream()
                    .flatMap(tag -> table.find(tag.label()).stream())
                    .findFirst();
            if (entry.isPresent()) {
                texts.put("CatID", entry.get().catId());
                texts.put("Category", entry.get().category());
                texts.put("SubCategory", entry.get().subCategory());
                texts.put("CategoryFull", entry.get().categoryFull());
            } else if (tags.rejected().contains(texts.getOrDefault("CatID", ""))) {
                texts.keySet().removeAll(CATEGORY); // said of the file by its name, and not so
            }
        }
        if (!own.values().containsKey("Keywords")) {
            String keywords = keywords(texts.getOrDefault("Keywords", ""), counted);
            if (!keywords.isEmpty()) {
                texts.put("Keywords", keywords);
            }
        }
        return new ClipFields(texts);
    }

    /** The words that are there, then the tags that are not among them. */
    private static String keywords(String present, List<Tag> tags) {
        String separator = present.contains(";") ? "; " : ", ";
        Map<String, String> words = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(
                Stream.of(present.split("[,;]")).map(String::strip).toList());
        tags.forEach(tag -> all.add(tag.name()));
        all.stream()
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        boolean complete = tags.stream().allMatch(tag -> present.toLowerCase(Locale.ROOT)
                .contains(tag.name().toLowerCase(Locale.ROOT)));
        return complete ? present : String.join(separator, words.values());
    }
}
