package app.earmark.metadata;

import app.earmark.library.ClipFields;
import java.util.List;

/**
 * All that a file itself says in words.
 *
 * @param container the kind of file, such as {@code WAV}
 * @param blocks as found, in the file's order; two of a kind where the file has two
 * @param fields what follows from them by the trade's names, the most believed block first
 * @param markers by their position
 * @param faults what is wrong with the file, a sentence each
 */
public record FileMetadata(
        String container, List<MetadataBlock> blocks, ClipFields fields, List<Marker> markers, List<String> faults) {

    public FileMetadata {
        blocks = List.copyOf(blocks);
        markers = List.copyOf(markers);
        faults = List.copyOf(faults);
    }
}
