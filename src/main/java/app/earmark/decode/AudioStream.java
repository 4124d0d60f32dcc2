package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import app.earmark.library.AudioFacts;

/** Decoded sound, block by block, at the file's true rate with the file's channels. Belongs to one thread. */
public interface AudioStream extends AutoCloseable {

    AudioFacts facts();

    SampleRate rate();

    int channels();

    /**
     * Reads up to {@code frames} frames into {@code target}, interleaved, full scale ±1.0.
     *
     * @param target at least {@code frames × channels} long
     * @return frames read, or −1 at the end
     * @throws UndecodableFile if the rest can't be decoded
     */
    int read(float[] target, int frames) throws UndecodableFile;

    /**
     * How many values of the file so far were no sound (NaN, infinite or absurdly large) and were read as 0. Only files
     * of floating-point samples have any.
     */
    default long unusableSamples() {
        return 0;
    }

    /** Continues at the frame nearest to {@code seconds} from the start. */
    void seek(double seconds) throws UndecodableFile;

    @Override
    void close();
}
