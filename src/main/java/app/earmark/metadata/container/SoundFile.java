package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.block.WantedFields;
import java.io.IOException;
import java.util.List;

/** A sound file of one kind, opened for its text; usable as long as its {@link FileBytes} are open. */
public interface SoundFile {

    /** Such as {@code WAV}. */
    String format();

    /** As found, in the file's order. */
    List<MetadataBlock> blocks();

    /** Whether its tags, made by programs of its own kind, are believed before chunks that came along from another kind. */
    default boolean believesTagsFirst() {
        return false;
    }

    List<Marker> markers() throws IOException;

    /** What is wrong with it, in the words that follow a file's name. */
    List<String> faults();

    /** The bytes that are the sound. */
    List<ByteRange> sound();

    /**
     * How to make the file say something else.
     *
     * @throws UnwritableFile if that can't be done safely
     */
    Rewrite rewrite(WantedFields wanted) throws UnwritableFile, IOException;
}
