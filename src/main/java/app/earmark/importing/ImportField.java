package app.earmark.importing;

import app.earmark.export.SheetColumn;
import app.earmark.metadata.FieldNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a column of a sheet may be taken as.
 *
 * @param name as in a sheet that Earmark writes
 */
public record ImportField(String name, Role role) {

    /** What a field does. */
    public enum Role {
        /** Tells which clip a row speaks of. */
        FINDS,
        /** Names a UCS category. */
        CATEGORY,
        /** Says which labels hold. */
        TAGS,
        /** A text that the clip carries. */
        TEXT
    }

    static final ImportField FILE_PATH = new ImportField("FilePath", Role.FINDS);
    static final ImportField FILENAME = new ImportField("Filename", Role.FINDS);
    static final ImportField DURATION = new ImportField("Duration", Role.FINDS);
    static final ImportField CONTENT_HASH = new ImportField("ContentHash", Role.FINDS);
    static final ImportField CAT_ID = new ImportField("CatID", Role.CATEGORY);
    static final ImportField CATEGORY = new ImportField("Category", Role.CATEGORY);
    static final ImportField SUB_CATEGORY = new ImportField("SubCategory", Role.CATEGORY);
    static final ImportField CATEGORY_FULL = new ImportField("CategoryFull", Role.CATEGORY);
    static final ImportField TAGS = new ImportField("Tags", Role.TAGS);
    static final ImportField TAG_SOURCES = new ImportField("TagSources", Role.TAGS);
    static final ImportField REJECTED = new ImportField("Rejected", Role.TAGS);
    static final ImportField OWN_FIELDS = new ImportField("OwnFields", Role.TEXT);

    /** The person's own texts for category fields, by those fields: beside them, since the former may show a tag's. */
    static final Map<ImportField, ImportField> OWN_CATEGORY = SheetColumn.OWN_CATEGORY.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    own -> new ImportField(own.getValue(), Role.CATEGORY),
                    own -> new ImportField(own.getKey(), Role.TEXT)));

    private static final List<ImportField> NAMED = List.of(
            FILE_PATH,
            FILENAME,
            DURATION,
            CONTENT_HASH,
            CAT_ID,
            CATEGORY,
            SUB_CATEGORY,
            CATEGORY_FULL,
            TAGS,
            TAG_SOURCES,
            REJECTED,
            OWN_FIELDS);

    /** All of them: first what finds the clip, then categories and tags, then texts. */
    public static final List<ImportField> ALL = Stream.of(
                    NAMED.stream(),
                    FieldNames.ALL.stream()
                            .filter(name -> !SheetColumn.OWN_CATEGORY.containsValue(name))
                            .map(name -> new ImportField(name, Role.TEXT)),
                    SheetColumn.OWN_CATEGORY.keySet().stream().map(name -> new ImportField(name, Role.TEXT)))
            .flatMap(fields -> fields)
            .toList();

    /** The field of this name, in any case or spacing. */
    public static Optional<ImportField> named(String name) {
        String key = Headings.key(name);
        return ALL.stream()
                .filter(field -> Headings.key(field.name()).equals(key))
                .findFirst();
    }

    boolean isText() {
        return role == Role.TEXT && !equals(OWN_FIELDS) && !OWN_CATEGORY.containsValue(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
