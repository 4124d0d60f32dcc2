package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.testing.Tones;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels are measured away from the ends, where a tone starts and stops hard and so is no tone. */
class ResamplerTest {

    private final Resampler resampler = new Resampler();

    @ParameterizedTest
    @CsvSource({
        "44100, 48000",
        "48000, 44100",
        "96000, 44100",
        "96000, 48000",
        "22050, 44100",
        "8000, 44100",
        "384000, 44100",
        "192000, 44100",
        "11025, 48000",
        "32000, 44100",
        "44100, 16000",
        "8000, 48000",
        "16000, 48000",
        "22050, 48000",
        "32000, 48000",
        "88200, 48000",
        "176400, 48000",
        "192000, 48000",
        "384000, 48000"
    })
    void passBandIsFlatAndTheRestStaysClean(int from, int to) {
        double nyquist = Math.min(from, to) / 2.0;
        for (double share : new double[] {0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9}) {
            double hertz = share * nyquist;
            Waveform result = inner(resample(Tones.sine(hertz, 1, 0.6, from), to));
            assertThat(decibels(Tones.levelAt(result, hertz)))
                    .as("%s Hz", hertz)
                    .isCloseTo(0, within(0.01));
            assertThat(decibels(restWithout(result, hertz)))
                    .as("rest at %s Hz", hertz)
                    .isLessThan(-110);
        }
    }

    @Test
    void passBandIsFlatToEighteenKilohertzFrom44100To48000() {
        for (double hertz = 20; hertz <= 18_000; hertz += 620) {
            Waveform result = inner(resample(Tones.sine(hertz, 1, 0.5, 44100), 48000));
            assertThat(decibels(Tones.levelAt(result, hertz)))
                    .as("%s Hz", hertz)
                    .isCloseTo(0, within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "96000, 44100",
        "48000, 44100",
        "384000, 44100",
        "96000, 48000",
        "88200, 48000",
        "176400, 48000",
        "192000, 48000",
        "44100, 16000"
    })
    void whatTheTargetCannotHoldIsGone(int from, int to) {
        for (double share : new double[] {0.0, 0.02, 0.1, 0.3, 0.6, 0.9}) {
            double hertz = to / 2.0 + share * (from - to) / 2.0;
            Waveform result = inner(resample(Tones.sine(hertz, 1, 0.6, from), to));
            assertThat(decibels(result.peak())).as("%s Hz", hertz).isLessThan(-110);
        }
    }

    @Test
    void aSweepKeepsItsLevelAndLeavesNothingAboveTheBand() {
        Waveform low = inner(resample(Tones.sweep(100, 18_000, 1, 4, 44100), 48000));
        assertThat(decibels(low.peak())).isCloseTo(0, within(0.05));
        for (int start = 0; start + 2048 <= low.length(); start += 2048) {
            float[] part = Arrays.copyOfRange(low.samples(), start, start + 2048);
            assertThat(decibels(new Waveform(part, low.rate()).peak())).isBetween(-0.1, 0.05);
        }
        Waveform high = inner(resample(Tones.sweep(24_000, 47_000, 1, 4, 96000), 48000));
        assertThat(decibels(high.peak())).isLessThan(-110);
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "96000, 44100", "8000, 44100", "48000, 16000", "384000, 44100"})
    void anImpulseStaysWhereItIs(int from, int to) {
        int at = from / 10;
        float[] samples = new float[from / 5];
        samples[at] = 1;
        Waveform result = resample(new Waveform(samples, new SampleRate(from)), to);
        int largest = 0;
        for (int i = 1; i < result.length(); i++) {
            largest = result.samples()[i] > result.samples()[largest] ? i : largest;
        }
        assertThat(largest / (double) to).isCloseTo(at / (double) from, within(0.5 / to));
        double centre = 0;
        double mass = 0;
        for (int i = 0; i < result.length(); i++) {
            double energy = (double) result.samples()[i] * result.samples()[i];
            centre += i * energy;
            mass += energy;
        }
        assertThat(centre / mass / to).isCloseTo(0.1, within(0.01 / to));
    }

    @Property(tries = 60)
    void lengthIsRoundedUp(
            @ForAll @IntRange(min = 0, max = 5000) int frames,
            @ForAll @IntRange(min = 4000, max = 192000) int from,
            @ForAll @IntRange(min = 4000, max = 96000) int to) {
        Waveform result = resample(new Waveform(new float[frames], new SampleRate(from)), to);
        assertThat(result.length()).isEqualTo((int) Math.ceil(frames * (double) to / from - 1e-9));
        assertThat(result.rate()).isEqualTo(new SampleRate(to));
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "96000, 44100", "8000, 44100", "44100, 47999", "384000, 44100"})
    void aConstantStaysThatConstant(int from, int to) {
        Waveform result = inner(resample(Tones.constant(0.7, 0.5, from), to));
        for (float sample : result.samples()) {
            assertThat(sample).isCloseTo(0.7f, within(1e-6f));
        }
    }

    @Test
    void rateOfAnOddFractionKeepsItsPitch() {
        Waveform result = inner(resample(Tones.sine(1000, 0.5, 1, 44100), 47999));
        assertThat(Tones.levelAt(result, 1000)).isCloseTo(0.5, within(1e-4));
        assertThat(decibels(restWithout(result, 1000))).isLessThan(-80);
    }

    @Test
    void theSameRateIsTheSameWaveform() {
        Waveform sound = Tones.noise(1, 0.5, 0.1, 44100);
        assertThat(resample(sound, 44100)).isSameAs(sound);
    }

    @Test
    void oneSampleAndNoSampleAreFine() {
        assertThat(resample(new Waveform(new float[] {1}, new SampleRate(44100)), 48000)
                        .length())
                .isEqualTo(2);
        assertThat(resample(new Waveform(new float[0], new SampleRate(44100)), 48000)
                        .length())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 48000", "96000, 48000", "8000, 48000", "22050, 48000", "192000, 48000"})
    void aPartComesOutAsInTheWhole(int from, int to) {
        SampleRate rate = new SampleRate(from);
        SampleRate target = new SampleRate(to);
        Waveform sound = Tones.noise(3, 0.5, 3.3, from);
        float[] whole = resample(sound, to).samples();
        int reach = resampler.reach(rate, target);
        for (int second = 0; second < 4; second++) {
            int start = second * from;
            int frames = Math.min(from, sound.length() - start);
            int first = Math.max(0, start - reach);
            int end = Math.min(sound.length(), start + frames + reach);
            Waveform around = new Waveform(Arrays.copyOfRange(sound.samples(), first, end), rate);
            float[] part =
                    resampler.resample(around, start - first, frames, target).samples();
            assertSame(part, Arrays.copyOfRange(whole, second * to, Math.min((second + 1) * to, whole.length)));
        }
        for (SampleRange wanted : new SampleRange[] {
            new SampleRange(0, 777),
            new SampleRange(1, 2),
            new SampleRange(50_001, 99_999),
            new SampleRange(whole.length - 5, whole.length)
        }) {
            SampleRange needed = resampler.sourceOf(wanted, sound.length(), rate, target);
            Waveform source =
                    new Waveform(Arrays.copyOfRange(sound.samples(), (int) needed.start(), (int) needed.end()), rate);
            assertSame(
                    resampler.part(wanted, source, needed.start(), target).samples(),
                    Arrays.copyOfRange(whole, (int) wanted.start(), (int) wanted.end()));
        }
    }

    @Test
    void filtersOfManyOddRatesAreNotAllKept() {
        for (int hertz = 44_101; hertz < 44_301; hertz += 4) {
            resampler.reach(new SampleRate(hertz), new SampleRate(16_000));
            resampler.reach(new SampleRate(44_100), new SampleRate(48_000));
        }
        FilterBank frequent = resampler.bank(new SampleRate(44_100), new SampleRate(48_000));
        assertThat(resampler.keptTaps()).isBetween(4_000_000L, 8_000_000L);
        resampler.reach(new SampleRate(96_001), new SampleRate(16_000));
        assertThat(resampler.bank(new SampleRate(44_100), new SampleRate(48_000)))
                .isSameAs(frequent);
    }

    /** As AssertJ's own comparison within an offset, which takes seconds for as many samples. */
    private static void assertSame(float[] part, float[] whole) {
        assertThat(part).hasSameSizeAs(whole);
        for (int i = 0; i < part.length; i++) {
            if (!(Math.abs(part[i] - whole[i]) <= 1e-6f)) {
                assertThat(part[i]).as("sample %d", i).isCloseTo(whole[i], within(1e-6f));
            }
        }
    }

    private Waveform resample(Waveform source, int to) {
        return resampler.resample(source, new SampleRate(to));
    }

    /** The middle third. */
    private static Waveform inner(Waveform sound) {
        int n = sound.length();
        return new Waveform(Arrays.copyOfRange(sound.samples(), n / 3, 2 * n / 3), sound.rate());
    }

    /** Largest residual when the best sine at {@code hertz} is taken away. */
    private static double restWithout(Waveform sound, double hertz) {
        float[] x = sound.samples();
        double w = 2 * Math.PI * hertz / sound.rate().hertz();
        double cc = 0;
        double ss = 0;
        double cs = 0;
        double xc = 0;
        double xs = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.cos(w * i);
            double s = Math.sin(w * i);
            cc += c * c;
            ss += s * s;
            cs += c * s;
            xc += x[i] * c;
            xs += x[i] * s;
        }
        double det = cc * ss - cs * cs;
        double a = (xc * ss - xs * cs) / det;
        double b = (xs * cc - xc * cs) / det;
        double rest = 0;
        for (int i = 0; i < x.length; i++) {
            rest = Math.max(rest, Math.abs(x[i] - a * Math.cos(w * i) - b * Math.sin(w * i)));
        }
        return rest;
    }

    private static double decibels(double amplitude) {
        return 20 * Math.log10(Math.max(amplitude, 1e-12));
    }
}
