package app.earmark.embed;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.NonFiniteSamples;
import app.earmark.features.WrongSampleRate;
import java.util.List;

/** A pack's audio side: one window of sound in, its vectors out. Thread-safe. */
public interface AudioEncoder {

    /** The only rate {@link #encode} accepts. */
    SampleRate rate();

    /** What lies above this frequency changes nothing. */
    double highestHertz();

    /** Which parts of a clip to hand over. */
    WindowPolicy windows();

    /**
     * Encodes one window.
     *
     * @param window at {@link #rate()}, 1 sample to {@link WindowPolicy#longestSeconds()} long, finite samples
     * @throws WrongSampleRate if the waveform has another rate
     * @throws NonFiniteSamples if a sample is NaN or infinite
     * @throws EncoderFailure if the model can't be run
     */
    RawEmbedding encode(Waveform window) throws EncoderFailure;

    /**
     * Which parts of a long clip {@link #encodeWhole} hears.
     *
     * @param samples length of the whole clip at {@link #rate()}
     * @return rising, apart from one another; empty if such a clip is heard by its windows alone
     */
    default List<SampleRange> partsOfWhole(long samples) {
        return List.of();
    }

    /**
     * Encodes a long clip as a whole; its vectors are the clip's own.
     *
     * @param samples length of the whole clip at {@link #rate()}
     * @param parts for each range of {@link #partsOfWhole}, at {@link #rate()}, finite samples
     * @throws EncoderFailure if the model can't be run
     */
    default RawEmbedding encodeWhole(long samples, List<Waveform> parts) throws EncoderFailure {
        throw new UnsupportedOperationException("this pack hears windows only");
    }

    /** Nanoseconds that went into the front end so far, over all threads; 0 where nobody counts. */
    default long frontEndNanos() {
        return 0;
    }
}
