package app.earmark.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A named choice of columns.
 *
 * @param builtIn comes with Earmark and can't be changed
 */
public record ColumnPreset(String name, List<SheetColumn> columns, boolean builtIn) {

    /** Everything that Earmark knows; nothing is lost when it comes back. */
    public static final ColumnPreset ALL = new ColumnPreset(
            "Everything", SheetColumn.known().stream().map(SheetColumn::new).toList(), true);

    /**
     * The presets that come with Earmark. Where their headings come from is told in {@code docs/sheets.md}.
     */
    public static final List<ColumnPreset> BUILT_IN = List.of(
            ALL,
            builtIn(
                    "UCS",
                    "Filename FilePath CatID Category SubCategory CategoryFull FXName UserCategory VendorCategory CreatorID"
                            + " SourceID UserData Description Keywords"),
            builtIn(
                    "Soundminer-style",
                    "Filename Description Category SubCategory CatID CategoryFull FXName UserCategory VendorCategory Keywords"
                            + " Notes Manufacturer Library Designer ShortID LongID Show Source Microphone MicPerspective"
                            + " RecMedium RecType Location TrackTitle TrackYear Track Artist CDTitle Volume ReleaseDate OpenTier"
                            + " Rating URL Channels SampleRate BitDepth Duration Pathname=FilePath"),
            builtIn(
                    "BaseHead-style",
                    "Filename Description Category SubCategory CatID FXName Keywords Notes Library Manufacturer Designer Artist"
                            + " Microphone MicPerspective RecMedium RecType Location TrackTitle TrackYear Source Show"
                            + " UserCategory VendorCategory Rating URL Duration Channels SampleRate BitDepth FilePath"),
            builtIn(
                    "Soundly-style",
                    "Filename Description Originator=Library Category SubCategory CatID Keywords Duration Channels SampleRate"
                            + " BitDepth FilePath"));

    public ColumnPreset {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A preset needs a name.");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A preset needs at least one column.");
        }
        columns = List.copyOf(columns);
    }

    private static ColumnPreset builtIn(String name, String columns) {
        return new ColumnPreset(name, read(Arrays.stream(columns.split(" "))), true);
    }

    private static List<SheetColumn> read(Stream<String> columns) {
        return columns.map(text -> SheetColumn.parse(text).orElseThrow()).toList();
    }
}
