package app.earmark.metadata;

import app.earmark.ucs.UcsTable;
import java.util.Map;

/** Reads all that is written about a clip. A file's metadata beats its name, field by field. Thread-safe. */
public final class ClipTextReader {

    private final UcsNameFields name;
    private final ContainerFields container;

    public ClipTextReader(UcsTable table) {
        this.name = new UcsNameFields(table);
        this.container = new ContainerFields(table);
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
        return container.read(metadata).over(name.read(fileName));
    }
}
