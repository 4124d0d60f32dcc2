package app.earmark.ui.sheets;

/** Which sounds a sheet has. */
public enum ExportScope {
    SELECTION("Selected sounds"),
    RESULTS("What the search found"),
    ALL("All sounds");

    private final String words;

    ExportScope(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
