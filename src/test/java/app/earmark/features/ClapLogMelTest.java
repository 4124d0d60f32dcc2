package app.earmark.features;

import static app.earmark.features.ClapFrontEnds.BANDS;
import static app.earmark.features.ClapFrontEnds.FRAMES;
import static app.earmark.features.ClapFrontEnds.FUSED;
import static app.earmark.features.ClapFrontEnds.RATE;
import static app.earmark.features.ClapFrontEnds.UNFUSED;
import static app.earmark.features.ClapFrontEnds.WINDOW;
import static app.earmark.features.ClapFrontEnds.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.MelFilterBank;
import app.earmark.dsp.MelNorm;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.ClapReference.Case;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClapLogMelTest {

    /** Decibels. */
    private static final float TOLERANCE = 1e-4f;

    private final FrontEnd unfused = ClapFrontEnds.picksFirst(UNFUSED);
    private final FrontEnd fused = ClapFrontEnds.picksFirst(FUSED);

    static Stream<Case> casesAt48000() {
        return ClapReference.cases().stream().filter(c -> c.rate().equals(RATE));
    }

    static Stream<Case> casesAtOtherRates() {
        return ClapReference.cases().stream().filter(c -> !c.rate().equals(RATE));
    }

    @Test
    void theReferenceHasTheCasesItShould() {
        assertThat(casesAt48000()).hasSize(25);
        assertThat(casesAtOtherRates()).hasSize(72);
    }

    @ParameterizedTest
    @MethodSource("casesAt48000")
    void equalsTheReferenceImplementation(Case sound) {
        Waveform mono = sound.mono();
        assertThat(mono.length()).isEqualTo(sound.samplesAt48000());

        assertThat(worstDifference(sound, "unfused", ClapFrontEnds.ofClip(unfused, mono)))
                .isLessThan(TOLERANCE);
        LogMel whole = ClapFrontEnds.ofClip(fused, mono);
        assertThat(whole.isLonger()).isEqualTo(sound.isLonger("fused"));
        assertThat(worstDifference(sound, "fused", whole)).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("casesAtOtherRates")
    void equalsTheReferenceThroughOurOwnResampler(Case sound) {
        Waveform mono = ClapFrontEnds.at48000(sound.mono());
        assertThat(mono.length()).isEqualTo(sound.samplesAt48000());

        assertThat(meanOfLoudCells(sound, "unfused", ClapFrontEnds.ofClip(unfused, mono)))
                .isLessThan(0.02);
        assertThat(meanOfLoudCells(sound, "fused", ClapFrontEnds.ofClip(fused, mono)))
                .isLessThan(0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mix_14.7s_48000_mono", "mix_61s_48000_mono"})
    void consecutiveWindowsEqualTheReference(String name) {
        Case sound = ClapReference.named(name);
        Waveform mono = sound.mono();
        List<ClapReference.Values> windows = sound.windows();
        for (int i = 0; i < windows.size(); i++) {
            int end = Math.min((i + 1) * WINDOW, mono.length());
            LogMel logMel = unfused.apply(ClapFrontEnds.cut(mono, i * WINDOW, end));
            assertThat(worstDifference(windows.get(i).values(), logMel)).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void filterBanksEqualTheReference(int index) {
        MelFilterBank bank = MelFilterBank.linearInHertz(
                index == 0 ? MelScale.HTK : MelScale.SLANEY,
                index == 0 ? MelNorm.NONE : MelNorm.SLANEY,
                RATE,
                1024,
                BANDS,
                50,
                14_000);
        double[] expected = ClapReference.filterBank(index);
        for (int bin = 0; bin < 513; bin++) {
            for (int band = 0; band < BANDS; band++) {
                assertThat(bank.weight(band, bin)).isCloseTo(expected[bin * BANDS + band], within(1e-6));
            }
        }
        assertThat(bank.lowestBin()).isEqualTo(2);
        assertThat(bank.endBin()).isEqualTo(299);
    }

    /** 0.9 s of digital silence at the end is what ten seconds at 44.1 kHz look like when taken for 48 kHz. */
    @Test
    void tenSecondsOf44100HertzFillTheWindow() {
        Waveform clip = ClapReference.signal("noise", 44_100, 10, 0);

        LogMel honest = ClapFrontEnds.ofClip(unfused, ClapFrontEnds.at48000(clip));

        for (int frame = 0; frame < FRAMES; frame++) {
            assertThat(value(honest, 0, frame, 20)).isGreaterThan(-60);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 44_100, 96_000})
    void aToneIsHeardInItsOwnBandWhateverTheRate(int hertz) {
        Waveform tone = ClapFrontEnds.at48000(ClapReference.signal("sine", hertz, 3.3, 0));

        assertThat(loudestBand(ClapFrontEnds.ofClip(unfused, tone))).isEqualTo(17);
        assertThat(loudestBand(ClapFrontEnds.ofClip(fused, tone))).isEqualTo(17);
    }

    @Test
    void samplesOf44100HertzCalled48000ChangeEverything() {
        Case sound = ClapReference.named("mix_3.3s_44100_mono");
        Waveform lie = new Waveform(sound.mono().samples(), RATE);

        assertThat(meanOfLoudCells(sound, "unfused", ClapFrontEnds.ofClip(unfused, lie)))
                .isGreaterThan(5);
    }

    @Test
    void theOtherModelsFilterBankIsTensOfDecibelsOff() {
        Case sound = ClapReference.named("mix_3.3s_48000_mono");

        assertThat(meanOfLoudCells(sound, "unfused", ClapFrontEnds.ofClip(fused, sound.mono())))
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 22_050, 96_000, 48_001})
    void refusesAnyOtherRate(int hertz) {
        Waveform mislabelled = new Waveform(new float[1000], new SampleRate(hertz));

        assertThatThrownBy(() -> unfused.apply(mislabelled)).isInstanceOf(WrongSampleRate.class);
        assertThatThrownBy(() -> fused.applyToWhole(600_000, List.of(mislabelled)))
                .isInstanceOf(WrongSampleRate.class);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesSamplesThatAreNotNumbers(float bad) {
        float[] samples = new float[500_400];
        samples[4_999] = bad;
        Waveform clip = new Waveform(samples, RATE);

        assertThatThrownBy(() -> unfused.apply(ClapFrontEnds.cut(clip, 0, 6_000)))
                .isInstanceOf(NonFiniteSamples.class)
                .hasMessageContaining("4999");
        assertThatThrownBy(() -> ClapFrontEnds.ofClip(fused, clip))
                .isInstanceOf(NonFiniteSamples.class)
                .hasMessageContaining("4999");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, WINDOW + 1})
    void refusesWindowsThatAreEmptyOrTooLong(int samples) {
        assertThatThrownBy(() -> unfused.apply(new Waveform(new float[samples], RATE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(samples + " samples");
    }

    @Test
    void forgetsTheWaveformBefore() {
        Waveform quiet = ClapReference.signal("quiet", 48_000, 3.3, 0);
        float[] fresh = array(ClapFrontEnds.ofClip(ClapFrontEnds.picksFirst(FUSED), quiet));

        ClapFrontEnds.ofClip(fused, ClapReference.signal("noise", 48_000, 14.7, 0));

        assertThat(array(ClapFrontEnds.ofClip(fused, quiet))).isEqualTo(fresh);
    }

    @Test
    void silenceIsTheFloorAndTheLoudestFloatSamplesStayFinite() {
        for (float value : array(unfused.apply(new Waveform(new float[7], RATE)))) {
            assertThat(value).isEqualTo(-100f);
        }
        float[] loudest = new float[30_000];
        for (int i = 0; i < loudest.length; i++) {
            loudest[i] = i * 7_919 % 3 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        for (float value : array(unfused.apply(new Waveform(loudest, RATE)))) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void shortClipsAreRepeatedOrPaddedAsThePackAsks() {
        float[] window = {9, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 9};
        assertThat(ShortClips.PAD.fill(window, 1, 3, 10)).isEqualTo(3);
        assertThat(ShortClips.REPEAT_PAD.fill(window, 1, 3, 10)).isEqualTo(9);
        assertThat(window).containsExactly(9, 1, 2, 3, 1, 2, 3, 1, 2, 3, 0, 9);
        assertThat(ShortClips.REPEAT.fill(window, 1, 3, 10)).isEqualTo(10);
        assertThat(window).containsExactly(9, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 9);
        assertThat(ShortClips.REPEAT_PAD.fill(window, 0, 6, 11)).isEqualTo(6);
    }

    /** 5.00 s are heard twice, a sample more is followed by silence: a jump of the reference's. */
    @Test
    void aClipOfMoreThanHalfAWindowIsNotRepeated() {
        Waveform sound = ClapReference.signal("noise", 48_000, 6, 0);
        assertThat(value(unfused.apply(ClapFrontEnds.cut(sound, 0, 240_000)), 0, 800, 20))
                .isGreaterThan(-60);
        assertThat(value(unfused.apply(ClapFrontEnds.cut(sound, 0, 240_001)), 0, 800, 20))
                .isEqualTo(-100f);
    }

    @Test
    void aModelThatWantsToHearThatEveryClipIsLongerIsTold() {
        FrontEnd always = ClapFrontEnds.parameters(
                        MelScale.HTK, MelNorm.NONE, ShortClips.REPEAT_PAD, LongClips.FUSION, IsLonger.ALWAYS)
                .build();
        Waveform sound = ClapReference.signal("noise", 48_000, 1, 0);

        assertThat(always.apply(sound).isLonger()).isTrue();
        assertThat(fused.apply(sound).isLonger()).isFalse();
    }

    @Test
    void cropsOfLongClipsAreTakenFromTheMiddleOfEachThird() {
        assertThat(FusedFrames.of(6101, FRAMES, ThirdsPick.FIRST).crops()).containsExactly(0, 1701, 3401);
        assertThat(FusedFrames.of(6101, FRAMES, ThirdsPick.MIDDLE).crops()).containsExactly(850, 2551, 4251);
        assertThat(FusedFrames.of(1002, FRAMES, ThirdsPick.MIDDLE).crops()).containsExactly(0, 1, 0);
    }

    @Test
    void aClipOfTenHoursIsReadByLessThanAMinuteOfIt() {
        long samples = 10L * 3600 * 48_000;
        List<SampleRange> parts = FUSED.build().partsOfWhole(samples);

        assertThat(parts.stream().mapToLong(SampleRange::length).sum()).isLessThan(70L * 48_000);
        assertThat(parts.get(0).start()).isPositive();
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).start()).isGreaterThan(parts.get(i - 1).end());
        }
    }

    private static float worstDifference(Case sound, String mode, LogMel logMel) {
        float worst = 0;
        ClapReference.Values expected = sound.frames(mode);
        int[] kept = ClapReference.keptFrames();
        for (int channel = 0; channel < logMel.shape()[1]; channel++) {
            int from = Math.min(channel, expected.shape()[0] - 1) * kept.length;
            for (int i = 0; i < kept.length * BANDS; i++) {
                float actual = value(logMel, channel, kept[i / BANDS], i % BANDS);
                worst = Math.max(worst, Math.abs(actual - expected.values()[from * BANDS + i]));
            }
            float[] means = sound.meanPerBin(mode).values();
            for (int band = 0; band < BANDS; band++) {
                double mean = 0;
                for (int frame = 0; frame < FRAMES; frame++) {
                    mean += value(logMel, channel, frame, band) / FRAMES;
                }
                int at = Math.min(channel, expected.shape()[0] - 1) * BANDS + band;
                worst = (float) Math.max(worst, Math.abs(mean - means[at]));
            }
        }
        ClapReference.Values everything = sound.everything(mode);
        if (everything != null) {
            for (int i = 0; i < everything.values().length; i++) {
                worst = Math.max(
                        worst, Math.abs(everything.values()[i] - logMel.values().get(i)));
            }
        }
        return worst;
    }

    private static float worstDifference(float[] expected, LogMel logMel) {
        float worst = 0;
        for (int i = 0; i < expected.length; i++) {
            float actual = value(logMel, 0, ClapReference.keptFrames()[i / BANDS], i % BANDS);
            worst = Math.max(worst, Math.abs(actual - expected[i]));
        }
        return worst;
    }

    /**
     * Where the clip, or a repetition of it, starts hard. Of 8 kHz such frames are left out: soxr doubles the rate first and
     * drops the ringing before sample 0 there, so that a clip comes out otherwise than behind a second of silence; ours
     * does not.
     */
    private static boolean touchesAStart(Case sound, int frame) {
        int samples = sound.samplesAt48000();
        int fromStart = frame * 480 % samples;
        return Math.min(fromStart, samples - fromStart) < 2 * 480;
    }

    private static double meanOfLoudCells(Case sound, String mode, LogMel logMel) {
        ClapReference.Values expected = sound.frames(mode);
        int[] kept = ClapReference.keptFrames();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < expected.values().length; i++) {
            float value = expected.values()[i];
            int row = i / BANDS;
            int frame = kept[row % kept.length];
            boolean soxrsStart = sound.rate().hertz() == 8_000 && touchesAStart(sound, frame);
            if (value > sound.max(mode) - 60 && !soxrsStart) {
                float actual = value(logMel, row / kept.length, frame, i % BANDS);
                sum += Math.abs(actual - value);
                count++;
            }
        }
        return sum / count;
    }

    private static int loudestBand(LogMel logMel) {
        int best = 0;
        for (int band = 0; band < BANDS; band++) {
            best = value(logMel, 0, 100, band) > value(logMel, 0, 100, best) ? band : best;
        }
        return best;
    }

    private static float[] array(LogMel logMel) {
        float[] values = new float[logMel.values().remaining()];
        logMel.values().get(0, values);
        return values;
    }
}
