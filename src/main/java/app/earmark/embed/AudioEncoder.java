package app.earmark.embed;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.NonFiniteSamples;
import app.earmark.features.WrongSampleRate;

/** A pack's audio side: one window of sound in, its vectors out. Thread-safe. */
public interface AudioEncoder {

    /** The only rate {@link #encode} accepts. */
    SampleRate rate();

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

    /** Nanoseconds that went into the front end so far, over all threads; 0 where nobody counts. */
    default long frontEndNanos() {
        return 0;
    }
}
