package app.earmark.metadata.block;

import app.earmark.metadata.FieldNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which keys a kind of block knows the trade's fields. */
public enum Keys {
    USER(
            "",
            Map.of(),
            List.of("CreatorID", "SourceID", "UserData", "Project", "Originator", "IsDesigned", "ContentType")),
    ASWG("", aswg(), List.of()),
    ID3("TXXX:", Map.of("Description", "COMM", "TrackTitle", "TIT2", "Artist", "TPE1", "Library", "TALB"), List.of()),
    VORBIS("", Map.of("TrackTitle", "TITLE", "Library", "ALBUM"), List.of()),
    MP4(
            "----:com.apple.iTunes:",
            Map.of("Description", "©cmt", "TrackTitle", "©nam", "Artist", "©ART", "Library", "©alb"),
            List.of());

    private final String prefix;
    private final Map<String, String> standard;
    private final List<String> unknown;

    /**
     * @param prefix of keys that go by a field's own name
     * @param standard keys that the block has of itself, by field
     * @param unknown fields that it has no place for
     */
    Keys(String prefix, Map<String, String> standard, List<String> unknown) {
        this.prefix = prefix;
        this.standard = standard;
        this.unknown = unknown;
    }

    private static Map<String, String> aswg() {
        return Map.ofEntries(
                Map.entry("Category", "category"),
                Map.entry("SubCategory", "subCategory"),
                Map.entry("CatID", "catId"),
                Map.entry("UserCategory", "userCategory"),
                Map.entry("FXName", "fxName"),
                Map.entry("Library", "library"),
                Map.entry("Notes", "notes"),
                Map.entry("Project", "project"),
                Map.entry("Microphone", "micType"),
                Map.entry("IsDesigned", "isDesigned"),
                Map.entry("Manufacturer", "manufacturer"),
                Map.entry("RecType", "recType"),
                Map.entry("CreatorID", "creatorId"),
                Map.entry("SourceID", "sourceId"),
                Map.entry("Originator", "originator"),
                Map.entry("ContentType", "contentType"));
    }

    /** The field that a key stands for by its own name. */
    public Optional<String> ownField(String key) {
        return key.regionMatches(true, 0, prefix, 0, prefix.length())
                ? FieldNames.canonical(key.substring(prefix.length()))
                : Optional.empty();
    }

    /**
     * The keys to set, with their texts, in order; a blank text takes one out. Keys that hold the text already are among
     * them.
     */
    public Map<String, String> settings(Map<String, String> present, WantedFields wanted) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Optional<String>> stands = new LinkedHashMap<>();
        present.keySet().forEach(key -> stands.put(key, ownField(key)));
        wanted.texts().forEach((field, text) -> {
            List<String> keys = keysOf(field, stands);
            if (keys.isEmpty() && !text.isEmpty()) {
                newKey(field).ifPresent(keys::add);
            }
            keys.forEach(key -> settings.put(key, text));
        });
        wanted.fillers().forEach((field, text) -> {
            List<String> keys = keysOf(field, stands);
            if (keys.isEmpty() && !settings.containsKey(newKey(field).orElse(""))) {
                newKey(field).ifPresent(key -> settings.put(key, text));
            } else if (field.equals("LongID") && follows(keys, stands, present)) {
                keys.forEach(key -> settings.put(key, text));
            }
        });
        return settings;
    }

    /** Whether the LongID is the CatID that was there, and so changes with it. */
    private boolean follows(List<String> longIds, Map<String, Optional<String>> stands, Map<String, String> present) {
        return keysOf("CatID", stands).stream()
                .map(present::get)
                .anyMatch(catId -> longIds.stream().map(present::get).allMatch(catId::equals));
    }

    private List<String> keysOf(String field, Map<String, Optional<String>> present) {
        List<String> keys = new ArrayList<>();
        present.forEach((key, stands) -> {
            if (stands.filter(field::equals).isPresent() || key.equals(standard.get(field))) {
                keys.add(key);
            }
        });
        return keys;
    }

    private Optional<String> newKey(String field) {
        if (standard.containsKey(field)) {
            return Optional.of(standard.get(field));
        }
        return this == ASWG || unknown.contains(field)
                ? Optional.empty()
                : Optional.of(prefix + field.toUpperCase(Locale.ROOT));
    }
}
