package app.earmark.metadata;

import app.earmark.library.ClipFields;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all that is written about a clip. A file's metadata beats its name, field by field. Thread-safe. */
public final class ClipTextReader {

    private static final Logger LOG = LoggerFactory.getLogger(ClipTextReader.class);

    private final UcsNameFields name;
    private final ContainerFields container;
    private final MetadataReader blocks;

    public ClipTextReader(UcsTable table) {
        this.name = new UcsNameFields(table);
        this.container = new ContainerFields(table);
        this.blocks = new MetadataReader(table);
    }

    /** From the name alone, for a file that can't be opened. */
    public ClipText read(String fileName) {
        return name.read(fileName);
    }

    /**
     * @param fileName with its extension, without folders
     * @param metadata the text in the file by the container's own keys in lower case
     */
    public ClipText read(String fileName, Map<String, String> metadata) {
        return container.read(metadata, ClipFields.NONE).over(name.read(fileName));
    }

    /**
     * As {@link #read(String, Map)}, with what the decoder does not see in the file: iXML, bext and INFO to the letter, ID3
     * inside WAV and AIFF files.
     */
    public ClipText read(Path file, Map<String, String> metadata) {
        ClipFields own = ClipFields.NONE;
        try {
            own = blocks.read(file).fields();
        } catch (UnreadableMetadata e) {
            LOG.debug("only the decoder reads the text of {}", file, e);
        }
        String fileName = file.getFileName().toString();
        return container.read(metadata, own).over(name.read(fileName));
    }
}
