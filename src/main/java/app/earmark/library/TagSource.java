package app.earmark.library;

/** Who says that a tag belongs to a clip, in order of precedence: an earlier constant beats a later one. */
public enum TagSource {
    PERSON("person"),
    FILE("file"),
    NAME("name"),
    MODEL("model");

    private final String code;

    TagSource(String code) {
        this.code = code;
    }

    /** The word used in sheets, queries, JSON and the database. */
    public String code() {
        return code;
    }

    /** The source whose {@link #code()} is {@code code}; throws IllegalArgumentException for any other word. */
    public static TagSource ofCode(String code) {
        for (TagSource source : values()) {
            if (source.code.equals(code)) {
                return source;
            }
        }
        throw new IllegalArgumentException("no tag source is called " + code);
    }
}
