package app.earmark.decode;

import app.earmark.library.AudioFacts;
import java.nio.file.Path;

/** Opens sound files. Thread-safe; each {@link AudioStream} belongs to one thread. */
public interface AudioDecoder {

    /** What the file is, from its headers alone; the duration of some formats is an estimate. */
    AudioFacts probe(Path file) throws UndecodableFile;

    /** The text the container carries, by the container's own keys in lower case; empty when it has none. */
    java.util.Map<String, String> metadata(Path file) throws UndecodableFile;

    /** Starts decoding; close the stream. */
    AudioStream open(Path file) throws UndecodableFile;
}
