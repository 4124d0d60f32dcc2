package app.earmark.ui.metadata;

import app.earmark.metadata.FieldDifference;
import app.earmark.metadata.FileMetadata;
import app.earmark.metadata.Marker;
import java.util.ArrayList;
import java.util.List;

/**
 * One text in one place of a file.
 *
 * @param place such as {@code bext Description}
 * @param after what it would be; the same as {@code before} where nothing changes
 */
public record TextLine(String place, String before, String after) {

    static List<TextLine> of(List<FieldDifference> differences) {
        return differences.stream()
                .map(d -> new TextLine(d.block().label() + "  " + d.key(), d.before(), d.after()))
                .toList();
    }

    /** Everything that a file says, block by block, then its markers and what is wrong with it. */
    static List<TextLine> of(FileMetadata file) {
        List<TextLine> lines = new ArrayList<>();
        file.blocks().forEach(block -> block.values()
                .forEach((key, value) -> lines.add(line(block.kind().label() + "  " + key, value))));
        for (Marker marker : file.markers()) {
            String at = "frame " + marker.startFrames()
                    + (marker.lengthFrames() > 0 ? ", " + marker.lengthFrames() + " long" : "");
            lines.add(line(marker.kind() == Marker.Kind.LOOP ? "loop" : "marker", (marker.label() + " " + at).strip()));
        }
        file.faults().forEach(fault -> lines.add(line("fault", fault)));
        return lines;
    }

    private static TextLine line(String place, String text) {
        return new TextLine(place, text, text);
    }
}
