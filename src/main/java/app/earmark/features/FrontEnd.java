package app.earmark.features;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.util.List;

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

    /**
     * The parts of a clip that {@link #applyToWhole} looks at.
     *
     * @param samples length of the whole clip at {@link #rate()}
     * @return rising, apart from one another; empty if such a clip is read by its windows alone
     */
    default List<SampleRange> partsOfWhole(long samples) {
        return List.of();
    }

    /**
     * One spectrogram of a clip too long for a window, made of parts of it.
     *
     * @param samples length of the whole clip at {@link #rate()}
     * @param parts for each range of {@link #partsOfWhole}, at {@link #rate()}
     * @return overwritten by the next call
     * @throws WrongSampleRate if a part has another rate
     * @throws NonFiniteSamples if a sample is NaN or infinite
     */
    default LogMel applyToWhole(long samples, List<Waveform> parts) {
        throw new UnsupportedOperationException("this front end reads windows only");
    }
}
