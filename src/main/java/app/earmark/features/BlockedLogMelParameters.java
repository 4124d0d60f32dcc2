package app.earmark.features;

import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;

/**
 * Log-mel cut into overlapping blocks of frames, as aiSFX (Ma &amp; Lerch, ISMIR 2022) takes it.
 *
 * @param frameLength samples in a frame, a power of two
 * @param hopLength samples from one frame to the next
 * @param melBands number of mel bands
 * @param lowHertz left foot of the first mel triangle
 * @param highHertz right foot of the last mel triangle
 * @param logGain g in log10(1 + g·x) / s
 * @param logScale s in log10(1 + g·x) / s
 * @param blockFrames frames in a block
 * @param blockHop frames from one block to the next
 */
public record BlockedLogMelParameters(
        SampleRate rate,
        int frameLength,
        int hopLength,
        MelScale melScale,
        int melBands,
        double lowHertz,
        double highHertz,
        double logGain,
        double logScale,
        int blockFrames,
        int blockHop)
        implements FrontEndParameters {

    public BlockedLogMelParameters {
        require(frameLength >= 4 && Integer.bitCount(frameLength) == 1, "frame length", frameLength);
        require(hopLength >= 1 && hopLength <= frameLength, "hop length", hopLength);
        require(melBands >= 1, "number of mel bands", melBands);
        require(lowHertz >= 0 && lowHertz < highHertz, "lowest frequency", lowHertz);
        require(highHertz <= rate.hertz() / 2.0, "highest frequency", highHertz);
        require(logGain > 0, "log gain", logGain);
        require(logScale > 0, "log scale", logScale);
        require(blockFrames >= 1, "block length", blockFrames);
        require(blockHop >= 1 && blockHop <= blockFrames, "block hop", blockHop);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException("The " + what + " can't be " + value + ".");
        }
    }

    @Override
    public double highestHertz() {
        return rate.hertz() / 2.0;
    }

    @Override
    public long[] shape() {
        return new long[] {-1, blockFrames, melBands};
    }

    @Override
    public boolean fitsShortWindows() {
        return false;
    }

    @Override
    public FrontEnd build() {
        return new BlockedLogMel(this);
    }
}
