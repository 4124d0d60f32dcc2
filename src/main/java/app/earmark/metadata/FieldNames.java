package app.earmark.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The field names that sound databases exchange. Writers spell them with and without spaces, in any case; {@link
 * #canonical} knows them all.
 */
public final class FieldNames {

    /** In the order of a tag sheet. */
    public static final List<String> ALL = List.of(
            "Description",
            "Keywords",
            "CatID",
            "Category",
            "SubCategory",
            "CategoryFull",
            "FXName",
            "UserCategory",
            "VendorCategory",
            "CreatorID",
            "SourceID",
            "UserData",
            "Library",
            "Designer",
            "Manufacturer",
            "ShortID",
            "LongID",
            "Show",
            "Source",
            "Microphone",
            "MicPerspective",
            "RecMedium",
            "RecType",
            "Location",
            "TrackTitle",
            "TrackYear",
            "Track",
            "Artist",
            "CDTitle",
            "Volume",
            "ReleaseDate",
            "ShootDate",
            "OpenTier",
            "Embedder",
            "Notes",
            "URL",
            "Rating",
            "Project",
            "Originator",
            "IsDesigned",
            "ContentType");

    private static final Map<String, String> BY_KEY = new HashMap<>();

    static {
        ALL.forEach(name -> BY_KEY.put(key(name), name));
        BY_KEY.put(key("MicType"), "Microphone");
    }

    private FieldNames() {}

    /** The name as written here, for any spelling of it. */
    public static Optional<String> canonical(String anySpelling) {
        return Optional.ofNullable(BY_KEY.get(key(anySpelling)));
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > ' ' && c != '_' && c != '-') {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
