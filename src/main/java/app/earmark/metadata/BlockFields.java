package app.earmark.metadata;

import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Keys;
import app.earmark.metadata.block.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trade's fields out of the blocks of a file: iXML {@code USER}, then {@code ASWG}, then tags that go by the trade's own
 * names, then bext, then INFO and what else tags have.
 */
final class BlockFields {

    /** Key → fields it stands for. */
    private static final Map<String, List<String>> COMMON = new LinkedHashMap<>();

    static {
        common("Description", "ICMT", "COMM", "©cmt", "desc", "COMMENT", "ANNO", "ISBJ");
        common("Keywords", "IKEY", "keyw");
        common("TrackTitle", "INAM", "TIT2", "©nam", "TITLE", "NAME");
        common("Artist", "IART", "TPE1", "©ART", "ARTIST", "AUTH");
        common("Designer", "IART", "TPE1", "©ART", "ARTIST", "AUTH");
        common("Library", "IPRD", "TALB", "©alb", "ALBUM");
        common("Manufacturer", "TPUB", "ORGANIZATION", "PUBLISHER");
        common("TrackYear", "ICRD", "TDRC", "TYER", "©day", "DATE", "YEAR");
        common("URL", "WOAR", "WOAS", "CONTACT");
    }

    private static void common(String field, String... keys) {
        for (String key : keys) {
            COMMON.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(field);
        }
    }

    private BlockFields() {}

    /** @param tagsFirst whether tags by the trade's own names beat iXML */
    static Map<String, String> of(List<MetadataBlock> blocks, boolean tagsFirst) {
        Map<String, String> fields = new HashMap<>();
        for (Kind kind : List.of(Kind.INFO, Kind.AIFF_TEXT, Kind.ID3, Kind.VORBIS, Kind.MP4)) {
            Map<String, String> weaker = new HashMap<>();
            of(blocks, kind).forEach(block -> block.values().forEach((key, text) -> common(key, text, weaker)));
            fields.putAll(weaker);
        }
        of(blocks, Kind.BEXT).forEach(block -> bext(block.values(), fields));
        Map<String, String> named = new HashMap<>();
        if (!tagsFirst) {
            own(blocks, named);
        }
        byNames(blocks, Kind.IXML_ASWG, Keys.ASWG, named);
        byNames(blocks, Kind.IXML_USER, Keys.USER, named);
        if (tagsFirst) {
            own(blocks, named);
        }
        dropEcho(fields, named);
        fields.putAll(named);
        return fields;
    }

    /** The key for artists is filled from either field; where it repeats one, it says nothing of the other. */
    static void dropEcho(Map<String, String> weaker, Map<String, String> named) {
        if (repeats(weaker.get("Artist"), named.get("Designer"))) {
            weaker.remove("Artist");
        }
        if (repeats(weaker.get("Designer"), named.get("Artist"))) {
            weaker.remove("Designer");
        }
    }

    private static boolean repeats(String text, String original) {
        return text != null
                && original != null
                && (text.equals(original) || text.equals(Texts.ascii(original).strip()));
    }

    private static List<MetadataBlock> of(List<MetadataBlock> blocks, Kind kind) {
        return blocks.stream().filter(block -> block.kind() == kind).toList();
    }

    private static void common(String key, String text, Map<String, String> fields) {
        for (String field : COMMON.getOrDefault(key, List.of())) {
            if (!field.equals("TrackYear")) {
                fields.putIfAbsent(field, text);
            } else {
                year(text).ifPresent(year -> fields.putIfAbsent(field, year));
            }
        }
    }

    private static Optional<String> year(String date) {
        return date.matches("(?s)\\d{4}.*") ? Optional.of(date.substring(0, 4)) : Optional.empty();
    }

    private static void bext(Map<String, String> values, Map<String, String> fields) {
        for (String field : List.of("Description", "Originator")) {
            if (values.containsKey(field)) {
                fields.put(field, values.get(field));
            }
        }
        year(values.getOrDefault("OriginationDate", "")).ifPresent(year -> fields.putIfAbsent("TrackYear", year));
    }

    private static void own(List<MetadataBlock> blocks, Map<String, String> fields) {
        byNames(blocks, Kind.MP4, Keys.MP4, fields);
        byNames(blocks, Kind.VORBIS, Keys.VORBIS, fields);
        byNames(blocks, Kind.ID3, Keys.ID3, fields);
    }

    private static void byNames(List<MetadataBlock> blocks, Kind kind, Keys keys, Map<String, String> fields) {
        Map<String, String> found = new HashMap<>();
        of(blocks, kind).forEach(block -> block.values()
                .forEach((key, text) -> keys.ownField(key).ifPresent(field -> found.putIfAbsent(field, text))));
        fields.putAll(found);
    }
}
