package app.earmark.importing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the headings of other programs' sheets mean. Case, blanks and signs don't count. */
final class Headings {

    /** A field, and after the colon what else it is called. */
    private static final String[] OTHER_NAMES = {
        "FilePath: path, pathname, full path, file location, fullpathname, location on disk, source file",
        "Filename: file, name, sound file, wav file, audio file, file name with extension, recording",
        "Duration: length, time, total time, seconds, duration seconds, running time",
        "ContentHash: hash, sha256, sha 256, file hash",
        "CatID: ucs cat id, category id, ucs id, ucs",
        "Category: main category, ucs category, top category",
        "SubCategory: sub, ucs subcategory, ucs sub category",
        "CategoryFull: full category, category full name, flat category, ucs category full",
        "Tags: tag, labels, label, earmark tags",
        "TagSources: tag source, earmark sources",
        "Rejected: rejected tags, rejected labels",
        "OwnFields: own field",
        "Description: desc, bw description, bext description, description text, sound description",
        "Keywords: keyword, key words, search terms",
        "FXName: fx, sound name, effect name, ucs fx name",
        "VendorCategory: vendor cat",
        "UserCategory: user cat",
        "CreatorID: creator",
        "UserData: user data field",
        "Library: library name, collection, pack",
        "Designer: recordist, sound designer, recorded by",
        "Manufacturer: vendor, publisher, company",
        "Microphone: mic, mics, microphones, mic type",
        "MicPerspective: perspective, mic position",
        "RecMedium: recorder, rec medium name, recording medium",
        "RecType: recording type",
        "Show: project show",
        "Source: source id name",
        "Location: place, recording location",
        "TrackTitle: title, track name",
        "TrackYear: year",
        "CDTitle: album, cd, album title",
        "Volume: disc",
        "Notes: note, comments, comment, user comments, remarks",
        "URL: link, website, web",
        "Rating: stars",
        "Originator: bw originator, bext originator",
    };

    private static final Map<String, ImportField> BY_KEY = new HashMap<>();

    static {
        for (String line : OTHER_NAMES) {
            int colon = line.indexOf(':');
            ImportField field = ImportField.ALL.stream()
                    .filter(known -> known.name().equals(line.substring(0, colon)))
                    .findFirst()
                    .orElseThrow();
            for (String name : line.substring(colon + 1).split(",")) {
                BY_KEY.put(key(name), field);
            }
        }
        ImportField.ALL.forEach(field -> BY_KEY.put(key(field.name()), field));
    }

    private Headings() {}

    /** The form in which headings are compared: letters and digits alone. */
    static String key(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The field that a heading means. */
    static Optional<ImportField> fieldOf(String heading) {
        return Optional.ofNullable(BY_KEY.get(key(heading)));
    }
}
