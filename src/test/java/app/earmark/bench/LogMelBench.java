package app.earmark.bench;

import app.earmark.dsp.MelNorm;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.ClapLogMelParameters;
import app.earmark.features.FrontEnd;
import app.earmark.features.IsLonger;
import app.earmark.features.LongClips;
import app.earmark.features.ShortClips;
import app.earmark.testing.Tones;

/** What CLAP's log-mel of ten seconds takes on one thread, and resampling them; onnx/bench has the reference's times. */
final class LogMelBench {

    private static final SampleRate RATE = new SampleRate(48_000);

    private LogMelBench() {}

    public static void main(String[] args) throws Exception {
        FrontEnd frontEnd = new ClapLogMelParameters(
                        RATE,
                        1024,
                        480,
                        MelScale.SLANEY,
                        MelNorm.SLANEY,
                        64,
                        50,
                        14_000,
                        480_000,
                        ShortClips.REPEAT_PAD,
                        LongClips.WINDOWS,
                        IsLonger.BY_LENGTH)
                .build();
        Waveform noise = Tones.noise(1, 0.5, 10, RATE.hertz());
        System.out.println("log-mel of 10 s: " + Timing.of(300, 200, round -> frontEnd.apply(noise)));
        Resampler resampler = new Resampler();
        for (int hertz : new int[] {8_000, 44_100, 88_200, 96_000, 192_000}) {
            Waveform sound = Tones.noise(1, 0.5, 10, hertz);
            System.out.println("10 s of " + hertz + " Hz resampled: "
                    + Timing.of(20, 50, round -> resampler.resample(sound, RATE)));
        }
    }
}
