package app.earmark.features;

import app.earmark.dsp.MelNorm;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.util.Arrays;
import java.util.List;

/** Both configurations of CLAP's front end, as LAION's checkpoints declare them. */
public final class ClapFrontEnds {

    public static final SampleRate RATE = new SampleRate(48_000);
    public static final int WINDOW = 480_000;
    public static final int FRAMES = 1001;
    public static final int BANDS = 64;

    public static final ClapLogMelParameters UNFUSED =
            parameters(MelScale.SLANEY, MelNorm.SLANEY, ShortClips.REPEAT_PAD, LongClips.WINDOWS, IsLonger.BY_LENGTH);
    public static final ClapLogMelParameters FUSED =
            parameters(MelScale.HTK, MelNorm.NONE, ShortClips.REPEAT_PAD, LongClips.FUSION, IsLonger.BY_LENGTH);

    private static final Resampler RESAMPLER = new Resampler(UNFUSED.highestHertz());

    private ClapFrontEnds() {}

    static ClapLogMelParameters parameters(
            MelScale scale, MelNorm norm, ShortClips shortClips, LongClips longClips, IsLonger isLonger) {
        return new ClapLogMelParameters(
                RATE, 1024, 480, scale, norm, BANDS, 50, 14_000, WINDOW, shortClips, longClips, isLonger);
    }

    /** As the reference arrays were made: a long clip's crops at the first place of each third. */
    static FrontEnd picksFirst(ClapLogMelParameters parameters) {
        return new ClapLogMel(parameters, ThirdsPick.FIRST);
    }

    /** What the model is fed for a clip: a long one's first window, or the fused reading of it. */
    public static LogMel ofClip(FrontEnd frontEnd, Waveform clip) {
        List<SampleRange> parts = frontEnd.partsOfWhole(clip.length());
        if (!parts.isEmpty()) {
            return frontEnd.applyToWhole(
                    clip.length(),
                    parts.stream()
                            .map(part -> cut(clip, (int) part.start(), (int) part.end()))
                            .toList());
        }
        return frontEnd.apply(cut(clip, 0, Math.min(WINDOW, clip.length())));
    }

    public static Waveform cut(Waveform clip, int from, int to) {
        return new Waveform(Arrays.copyOfRange(clip.samples(), from, to), clip.rate());
    }

    public static Waveform at48000(Waveform clip) {
        return RESAMPLER.resample(clip, RATE);
    }

    static float value(LogMel logMel, int channel, int frame, int band) {
        return logMel.values().get((channel * FRAMES + frame) * BANDS + band);
    }
}
