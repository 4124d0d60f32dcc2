package app.earmark.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedLogMelTest {

    private static final SampleRate RATE = ReferenceArrays.RATE;
    private static final int BANDS = 96;

    static final BlockedLogMelParameters STARTER = new BlockedLogMelParameters(
            RATE, 2048, 1024, MelScale.NATURAL_LOG_1127, BANDS, 0, 22_050, 10_000, 9.457798957824707, 100, 50);

    private final ReferenceArrays reference = new ReferenceArrays();

    @ParameterizedTest
    @FieldSource("app.earmark.features.ReferenceArrays#SIGNALS")
    void equalsTheReferenceImplementation(String signal) {
        float[] expected = reference.logMel(signal);

        LogMel actual = STARTER.build().apply(ReferenceArrays.signal(signal));

        assertThat(worstDifference(expected, frames(actual))).isLessThan(1e-4f);
    }

    @Test
    void overlapsBlocksByHalfAndFillsTheLastWithSilentFrames() {
        LogMel actual = STARTER.build().apply(ReferenceArrays.signal("chirp_3s"));

        assertThat(actual.shape()).containsExactly(2, 100, BANDS);
        FloatBuffer values = actual.values();
        for (int i = 0; i < 50 * BANDS; i++) {
            assertThat(values.get(100 * BANDS + i)).isEqualTo(values.get(50 * BANDS + i));
        }
        for (int i = (131 - 50) * BANDS; i < 100 * BANDS; i++) {
            assertThat(values.get(100 * BANDS + i)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 101_376, 101_377, 152_576, 152_577, 882_000})
    void hasFramesForAllSamplesAndBlocksForAllFrames(int samples) {
        int frames = (int) Math.ceil(samples / 1024.0) + 1;
        int blocks = (int) Math.max(1, Math.ceil((frames - 100) / 50.0 + 1));

        LogMel actual = STARTER.build().apply(new Waveform(new float[samples], RATE));

        assertThat(actual.shape()).containsExactly(blocks, 100, BANDS);
        assertThat(actual.values().remaining()).isEqualTo(blocks * 100 * BANDS);
    }

    @Test
    void forgetsTheWaveformBefore() {
        FrontEnd used = STARTER.build();
        used.apply(ReferenceArrays.signal("chirp_3s"));

        float[] after = frames(used.apply(ReferenceArrays.signal("short_0.05s")));

        assertThat(after).isEqualTo(frames(STARTER.build().apply(ReferenceArrays.signal("short_0.05s"))));
    }

    @Test
    void appliesTheGainToEverySample() {
        Waveform waveform = ReferenceArrays.signal("noise_decay_2s");
        float[] louder = waveform.samples().clone();
        for (int i = 0; i < louder.length; i++) {
            louder[i] *= 0.5f;
        }

        float[] scaled = frames(STARTER.build().apply(new Waveform(louder, RATE)));

        assertThat(frames(STARTER.build().apply(waveform, 0.5f))).containsExactly(scaled, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(ints = {48_000, 22_050, 96_000, 44_101})
    void refusesAnyOtherRate(int hertz) {
        Waveform mislabelled = new Waveform(ReferenceArrays.signal("sine440_1s").samples(), new SampleRate(hertz));

        assertThatThrownBy(() -> STARTER.build().apply(mislabelled))
                .isInstanceOf(WrongSampleRate.class)
                .hasMessageContaining("44100 Hz")
                .hasMessageContaining(hertz + " Hz");
    }

    /** The silent bug: samples of one rate under the name of another would put every tone into another mel band. */
    @Test
    void aToneOf48000HertzTakenFor44100WouldLandInAnotherBand() {
        Waveform honest = sine(4_000, new SampleRate(44_100));
        Waveform lie = new Waveform(sine(4_000, new SampleRate(48_000)).samples(), RATE);

        int expected = loudestBand(STARTER.build().apply(honest));

        assertThat(expected).isEqualTo(52); // mel(4 kHz) / (mel(22.05 kHz) / 97) − 1
        assertThat(loudestBand(STARTER.build().apply(lie))).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesSamplesThatAreNotNumbers(float bad) {
        float[] samples = new float[5_000];
        samples[4_999] = bad;

        assertThatThrownBy(() -> STARTER.build().apply(new Waveform(samples, RATE)))
                .isInstanceOf(NonFiniteSamples.class)
                .hasMessageContaining("4999");
    }

    @Test
    void staysFiniteForTheLoudestFloatSamples() {
        float[] samples = new float[10_000];
        Random random = new Random(1);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextBoolean() ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }

        for (float value : frames(STARTER.build().apply(new Waveform(samples, RATE)))) {
            assertThat(value).isFinite();
        }
    }

    private static Waveform sine(double hertz, SampleRate rate) {
        float[] samples = new float[rate.hertz()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate.hertz());
        }
        return new Waveform(samples, rate);
    }

    private static int loudestBand(LogMel logMel) {
        int best = 0;
        for (int band = 0; band < BANDS; band++) {
            if (logMel.values().get(20 * BANDS + band) > logMel.values().get(20 * BANDS + best)) {
                best = band;
            }
        }
        return best;
    }

    /** The rows in time order, each once, silent filling included. */
    private static float[] frames(LogMel logMel) {
        int blocks = (int) logMel.shape()[0];
        float[] rows = new float[((blocks - 1) * 50 + 100) * BANDS];
        for (int block = 0; block < blocks; block++) {
            logMel.values().get(block * 100 * BANDS, rows, block * 50 * BANDS, 100 * BANDS);
        }
        return rows;
    }

    private static float worstDifference(float[] expected, float[] actual) {
        float worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        return worst;
    }
}
