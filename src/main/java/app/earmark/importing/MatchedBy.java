package app.earmark.importing;

/** How a row told which clip it speaks of; an earlier constant is surer than a later one. */
public enum MatchedBy {
    PATH("path"),
    NAME_AND_DURATION("name and duration"),
    NAME_AND_FOLDER("name and folder"),
    NAME("name alone"),
    CONTENT("content");

    private final String words;

    MatchedBy(String words) {
        this.words = words;
    }

    /** For people: "matched by …". */
    public String words() {
        return words;
    }
}
