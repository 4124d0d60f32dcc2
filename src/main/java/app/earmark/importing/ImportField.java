package app.earmark.importing;

import app.earmark.metadata.FieldNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    public static final List<ImportField> ALL = Stream.concat(
                    NAMED.stream(),
                    FieldNames.ALL.stream()
                            .filter(name -> !Set.of("CatID", "Category", "SubCategory", "CategoryFull")
                                    .contains(name))
                            .map(name -> new ImportField(name, Role.TEXT)))
            .toList();

    /** The field of this name, in any case or spacing. */
    public static Optional<ImportField> named(String name) {
        String key = Headings.key(name);
        return ALL.stream()
                .filter(field -> Headings.key(field.name()).equals(key))
                .findFirst();
    }

    boolean isText() {
        return role == Role.TEXT && !equals(OWN_FIELDS);
    }

    @Override
    public String toString() {
        return name;
    }
}
