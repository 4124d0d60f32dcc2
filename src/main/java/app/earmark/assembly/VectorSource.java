package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.Embedding;
import java.nio.file.Path;
import java.util.Optional;

/** Where the vectors of single files come from. Thread-safe. */
@FunctionalInterface
public interface VectorSource {

    /**
     * @param file absolute
     * @return empty for a silent file
     * @throws UnusableFile if the file can't be decoded
     * @throws EncoderFailure if the model can't be run
     */
    Optional<Embedding> of(Path file) throws UnusableFile, EncoderFailure;
}
