package app.earmark.decode;

import app.earmark.library.AudioFacts;
import java.nio.file.Path;
import java.util.Map;

/** Opens sound files. Thread-safe; each {@link AudioStream} belongs to one thread. */
public interface AudioDecoder {

    /** What the file is, from its headers alone; the duration of some formats is an estimate. */
    AudioFacts probe(Path file) throws UndecodableFile;

    /** The text the container carries, by the container's own keys in lower case; empty when it has none. */
    Map<String, String> metadata(Path file) throws UndecodableFile;

    /** Both {@link #probe} and {@link #metadata} in one look at the file, where the decoder can. */
    default Inspection inspect(Path file) throws UndecodableFile {
        return new Inspection(probe(file), metadata(file));
    }

    /** What a file is and the text it carries. */
    record Inspection(AudioFacts facts, Map<String, String> metadata) {}

    /** Starts decoding; close the stream. */
    AudioStream open(Path file) throws UndecodableFile;
}
