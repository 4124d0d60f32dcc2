package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import java.nio.file.Path;

/** Listens to files that need not be in any catalogue. Thread-safe. */
public interface SoundListener {

    /**
     * Decodes the file and lets the pack listen to it.
     *
     * @throws UnusableFile if the file can't be decoded
     * @throws EncoderFailure if the model can't be run
     */
    Heard listen(Path file) throws UnusableFile, EncoderFailure;
}
