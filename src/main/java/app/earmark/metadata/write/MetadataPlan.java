package app.earmark.metadata.write;

import app.earmark.library.ClipFields;
import app.earmark.library.FileStamp;
import app.earmark.metadata.FieldDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What writing fields into a file would change. Making one changes nothing.
 *
 * @param file as it was named; a link is written through
 * @param stamp of the file the plan was made from; another one by the time of writing is refused
 * @param fields what is to be written; a blank text takes the field out
 * @param differences empty if the file says all this already, or if it is refused
 * @param notes what else would happen, a sentence each, such as a text that is too long for one of the blocks
 * @param refusal why the file can't be written, in one sentence
 */
public record MetadataPlan(
        Path file,
        FileStamp stamp,
        ClipFields fields,
        List<FieldDifference> differences,
        List<String> notes,
        Optional<String> refusal) {

    public MetadataPlan {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /** Whether writing would change the file. */
    public boolean changesFile() {
        return refusal.isEmpty() && !differences.isEmpty();
    }

    static MetadataPlan refused(Path file, FileStamp stamp, ClipFields fields, String sentence) {
        return new MetadataPlan(file, stamp, fields, List.of(), List.of(), Optional.of(sentence));
    }
}
