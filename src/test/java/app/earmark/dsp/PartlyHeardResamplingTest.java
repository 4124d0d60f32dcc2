package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.testing.Tones;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resampling for a listener who hears up to 14.5 kHz, as CLAP's models do. Levels are measured away from the ends. */
class PartlyHeardResamplingTest {

    private static final double HIGHEST = 14_500;

    private final Resampler resampler = new Resampler(HIGHEST);
    private final Resampler whole = new Resampler();

    @ParameterizedTest
    @CsvSource({"44100, 48000", "88200, 48000", "96000, 48000", "176400, 48000", "192000, 48000", "48000, 44100"})
    void whatIsHeardPassesUnchangedAndAlone(int from, int to) {
        for (double hertz = 100; hertz <= HIGHEST; hertz += 900) {
            Waveform result = inner(resample(Tones.sine(hertz, 1, 0.6, from), to));
            assertThat(decibels(Tones.levelAt(result, hertz)))
                    .as("%s Hz", hertz)
                    .isCloseTo(0, within(0.001));
            assertThat(loudestHeardBeside(result, hertz))
                    .as("beside %s Hz", hertz)
                    .isLessThan(-110);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "88200, 48000", "96000, 48000", "176400, 48000", "192000, 48000", "48000, 44100"})
    void whatIsNotHeardFoldsToNothingThatIs(int from, int to) {
        for (double hertz = HIGHEST + 600; hertz < from / 2.0; hertz += 731) {
            Waveform result = inner(resample(Tones.sine(hertz, 1, 0.6, from), to));
            assertThat(loudestHeardBeside(result, hertz)).as("of %s Hz", hertz).isLessThan(-110);
        }
    }

    @Test
    void takesFarFewerTaps() {
        SampleRate to = new SampleRate(48_000);
        assertThat(resampler.reach(new SampleRate(44_100), to)).isEqualTo(24);
        assertThat(resampler.reach(new SampleRate(96_000), to)).isEqualTo(40);
        assertThat(whole.reach(new SampleRate(44_100), to)).isEqualTo(176);
    }

    @ParameterizedTest
    @CsvSource({"8000, 48000", "16000, 48000", "22050, 48000", "32000, 48000"})
    void aRateThatHoldsLittleMoreThanIsHeardIsResampledWhole(int from, int to) {
        Waveform sound = Tones.noise(1, 0.5, 0.3, from);
        assertThat(resample(sound, to).samples())
                .containsExactly(whole.resample(sound, new SampleRate(to)).samples());
    }

    private Waveform resample(Waveform source, int to) {
        return resampler.resample(source, new SampleRate(to));
    }

    /** The middle third. */
    private static Waveform inner(Waveform sound) {
        int n = sound.length();
        return new Waveform(Arrays.copyOfRange(sound.samples(), n / 3, 2 * n / 3), sound.rate());
    }

    /** Loudest of the frequencies up to {@link #HIGHEST} that are 300 Hz and more from {@code hertz}, in dB. */
    private static double loudestHeardBeside(Waveform sound, double hertz) {
        int size = 8192;
        double[] frame = new double[2 * size];
        for (int i = 0; i < size; i++) {
            double phase = 2 * Math.PI * i / size;
            // Blackman-Harris, whose side lobes are 92 dB down, twice over
            double window =
                    0.35875 - 0.48829 * Math.cos(phase) + 0.14128 * Math.cos(2 * phase) - 0.01168 * Math.cos(3 * phase);
            frame[2 * i] = sound.samples()[i] * window * window;
        }
        new DoubleFFT_1D(size).complexForward(frame);
        double loudest = 0;
        for (int bin = 0; bin * (double) sound.rate().hertz() / size <= HIGHEST; bin++) {
            double at = bin * (double) sound.rate().hertz() / size;
            if (Math.abs(at - hertz) >= 300) {
                loudest = Math.max(loudest, Math.hypot(frame[2 * bin], frame[2 * bin + 1]));
            }
        }
        // gain of the squared window for a sine of amplitude 1
        return decibels(loudest / (size * 0.2580 / 2));
    }

    private static double decibels(double amplitude) {
        return 20 * Math.log10(Math.max(amplitude, 1e-12));
    }
}
