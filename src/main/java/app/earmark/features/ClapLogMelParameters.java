package app.earmark.features;

import app.earmark.dsp.MelNorm;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;

/**
 * Log-mel in dB as LAION's CLAP takes it, from {@code ClapFeatureExtractor} of transformers 5.23.
 *
 * @param frameLength samples in a frame, a power of two
 * @param hopLength samples from one frame to the next
 * @param melBands number of mel bands
 * @param lowHertz left foot of the first mel triangle
 * @param highHertz right foot of the last mel triangle
 * @param clipSamples samples in a window, at {@code rate}
 */
public record ClapLogMelParameters(
        SampleRate rate,
        int frameLength,
        int hopLength,
        MelScale melScale,
        MelNorm melNorm,
        int melBands,
        double lowHertz,
        double highHertz,
        int clipSamples,
        ShortClips shortClips,
        LongClips longClips,
        IsLonger isLonger)
        implements FrontEndParameters {

    private static final int FUSED_CHANNELS = 4;
    private static final int LEAKING_BINS = 12;

    public ClapLogMelParameters {
        require(frameLength >= 4 && Integer.bitCount(frameLength) == 1, "frame length", frameLength);
        require(hopLength >= 1 && hopLength <= frameLength, "hop length", hopLength);
        require(melBands >= 1, "number of mel bands", melBands);
        require(lowHertz >= 0 && lowHertz < highHertz, "lowest frequency", lowHertz);
        require(highHertz <= rate.hertz() / 2.0, "highest frequency", highHertz);
        require(clipSamples > frameLength && clipSamples <= 1 << 26, "number of samples in a window", clipSamples);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException("The " + what + " can't be " + value + ".");
        }
    }

    /** 1 for a model of windows, 4 for one that fuses. */
    int channels() {
        return longClips == LongClips.FUSION ? FUSED_CHANNELS : 1;
    }

    /** Frames of {@code samples} samples: one centred on every {@code hopLength}-th, both ends included. */
    long framesOf(long samples) {
        return 1 + samples / hopLength;
    }

    int frames() {
        return Math.toIntExact(framesOf(clipSamples));
    }

    /** A frame's window leaks: {@value #LEAKING_BINS} bins from a tone a Hann window is 70 dB down. */
    @Override
    public double highestHertz() {
        return Math.min(rate.hertz() / 2.0, highHertz + LEAKING_BINS * rate.hertz() / (double) frameLength);
    }

    @Override
    public long[] shape() {
        return new long[] {1, channels(), frames(), melBands};
    }

    @Override
    public boolean fitsShortWindows() {
        return true;
    }

    @Override
    public FrontEnd build() {
        return new ClapLogMel(this, ThirdsPick.MIDDLE);
    }
}
