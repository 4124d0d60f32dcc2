package app.earmark.features;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;

/**
 * Turns a waveform into what a model is fed. Holds scratch memory, so it serves one thread at a time; build one for
 * each thread.
 */
public interface FrontEnd {

    /** The only rate {@link #apply} accepts. */
    SampleRate rate();

    /**
     * @param waveform at {@link #rate()}
     * @param gain factor on every sample, 1 for none
     * @return overwritten by the next call
     * @throws WrongSampleRate if the waveform has another rate
     * @throws NonFiniteSamples if a sample is NaN or infinite
     */
    LogMel apply(Waveform waveform, float gain);

    /** {@link #apply(Waveform, float)} at the waveform's own level. */
    default LogMel apply(Waveform waveform) {
        return apply(waveform, 1);
    }
}
