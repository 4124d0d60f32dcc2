package app.earmark.importing;

/**
 * How far a sheet's word goes.
 *
 * @param fillGaps whether texts and categories that are there already stay, and only empty ones are filled
 * @param replaceTags whether labels that a row does not list cease to hold; otherwise the sheet's tags join those there
 * @param emptyClears whether an empty cell empties its field; otherwise it says nothing
 */
public record ImportOptions(boolean fillGaps, boolean replaceTags, boolean emptyClears) {

    /** The sheet's texts count, its tags join those there, its empty cells say nothing. */
    public static final ImportOptions STANDARD = new ImportOptions(false, false, false);
}
