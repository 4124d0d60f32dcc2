package app.earmark.metadata;

import app.earmark.library.ClipFields;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the text in a file says, whatever the container calls its keys. Of several places that hold the same field the
 * trade's precedence decides: iXML {@code USER}, then iXML {@code ASWG}, then fields that go by the trade's own names,
 * then bext, then INFO and the common tags of music files.
 */
final class ContainerFields {

    /** Longer text is no description but a data dump. */
    private static final int LONGEST_TEXT = 8_000;

    /** Field → container keys that stand for it, strongest first. */
    private static final Map<String, List<String>> STANDS_FOR = new LinkedHashMap<>();

    static {
        STANDS_FOR.put("Description", List.of("comment", "icmt", "synopsis", "isbj", "subject"));
        STANDS_FOR.put("Keywords", List.of("ikey", "keyword", "tags"));
        STANDS_FOR.put("TrackTitle", List.of("title", "inam"));
        STANDS_FOR.put("Artist", List.of("iart", "album_artist", "composer", "author"));
        STANDS_FOR.put("Designer", List.of("artist", "iart"));
        STANDS_FOR.put("Library", List.of("album", "iprd"));
        STANDS_FOR.put("Manufacturer", List.of("publisher", "organization", "label", "tpub"));
        STANDS_FOR.put("TrackYear", List.of("date", "year", "origination_date", "icrd"));
        STANDS_FOR.put("Source", List.of("isrc"));
        STANDS_FOR.put("URL", List.of("website", "purl", "contact", "woas", "woar"));
    }

    private final CategoryFields categories;

    ContainerFields(UcsTable table) {
        this.categories = new CategoryFields(table);
    }

    /**
     * @param text the decoder's keys, in lower case, with their values
     * @param own what Earmark itself read in the file, which counts more
     */
    ClipText read(Map<String, String> text, ClipFields own) {
        Map<String, String> fields = commonTags(text);
        fields.putAll(ownNames(text));
        Optional.ofNullable(text.get("ixml")).map(IxmlFields::read).ifPresent(fields::putAll);
        if (CategoryFields.speaksOfCategory(own)) {
            fields.keySet().removeAll(CategoryFields.NAMES);
        }
        BlockFields.dropEcho(fields, own.values());
        fields.putAll(own.values());
        Optional<UcsEntry> entry = categories.settle(fields);
        List<TagClaim> claims = new ArrayList<>();
        entry.ifPresent(e -> claims.add(new TagClaim(e.catId(), TagSource.FILE, OptionalDouble.empty(), true)));
        return new ClipText(new ClipFields(fields), claims);
    }

    private static Map<String, String> commonTags(Map<String, String> text) {
        Map<String, String> fields = new HashMap<>();
        STANDS_FOR.forEach((field, keys) -> keys.stream()
                .map(key -> clean(text.getOrDefault(key, "")))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .ifPresent(value -> fields.put(field, value)));
        fields.computeIfPresent("TrackYear", (field, date) -> date.matches("\\d{4}.*") ? date.substring(0, 4) : null);
        return fields;
    }

    private static Map<String, String> ownNames(Map<String, String> text) {
        Map<String, String> fields = new HashMap<>();
        text.forEach((key, value) -> {
            String cleaned = clean(value);
            if (!cleaned.isEmpty()) {
                FieldNames.canonical(key).ifPresent(field -> fields.put(field, cleaned));
            }
        });
        return fields;
    }

    private static String clean(String value) {
        String text = value.replace('\0', ' ').strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
