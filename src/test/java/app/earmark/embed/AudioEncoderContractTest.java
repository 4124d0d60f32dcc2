package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.NonFiniteSamples;
import app.earmark.features.WrongSampleRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every pack's audio side must do, tried on the bundled one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudioEncoderContractTest {

    private OnnxModelPack pack;
    private AudioEncoder encoder;

    @BeforeAll
    void open() throws Exception {
        pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
        encoder = pack.audio();
    }

    @AfterAll
    void close() {
        pack.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000, 44_100, 882_000})
    void vectorsAreOfUnitLengthAndOfThePromisedDimensions(int samples) throws EncoderFailure {
        RawEmbedding vectors = encoder.encode(noise(samples, 1));

        assertThat(vectors.joint()).hasSize(pack.description().jointDimension());
        assertThat(vectors.acoustic()).hasSize(pack.description().acousticDimension());
        assertThat(Vectors.length(vectors.joint())).isCloseTo(1, within(1e-4));
        assertThat(Vectors.length(vectors.acoustic())).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 48_000, 96_000})
    void refusesSamplesOfAnotherRate(int hertz) {
        Waveform mislabelled = new Waveform(noise(44_100, 1).samples(), new SampleRate(hertz));

        assertThatThrownBy(() -> encoder.encode(mislabelled)).isInstanceOf(WrongSampleRate.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 882_001})
    void refusesWindowsThatAreEmptyOrTooLong(int samples) {
        assertThatThrownBy(() -> encoder.encode(noise(samples, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(samples + " samples");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void refusesSamplesThatAreNotNumbers(float bad) {
        float[] samples = noise(44_100, 1).samples();
        samples[40_000] = bad;

        assertThatThrownBy(() -> encoder.encode(new Waveform(samples, encoder.rate())))
                .isInstanceOf(NonFiniteSamples.class)
                .hasMessageContaining("40000");
    }

    @Test
    void silenceGivesFiniteVectors() throws EncoderFailure {
        RawEmbedding vectors = encoder.encode(new Waveform(new float[10_000], encoder.rate()));

        assertThat(Vectors.length(vectors.joint())).isFinite();
        assertThat(Vectors.length(vectors.acoustic())).isFinite();
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-7f, 1e-3f, 0.5f, 40f})
    void theLevelOfTheSoundDoesNotMatter(float factor) throws EncoderFailure {
        Waveform sound = noise(60_000, 1);
        float[] scaled = sound.samples().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }

        RawEmbedding vectors = encoder.encode(new Waveform(scaled, encoder.rate()));

        assertThat(Vectors.cosine(vectors.acoustic(), encoder.encode(sound).acoustic()))
                .isGreaterThan(0.99999);
    }

    @Test
    void aSoundHasTheSameVectorsWhateverWasEncodedBeforeAndOnEveryThread() throws Exception {
        List<Waveform> sounds = new ArrayList<>();
        List<RawEmbedding> alone = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            sounds.add(noise(1 + i * 7_919, i));
            alone.add(encoder.encode(sounds.get(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<RawEmbedding>> together = new ArrayList<>();
            for (Waveform sound : sounds) {
                together.add(threads.submit(() -> encoder.encode(sound)));
            }
            for (int i = 0; i < sounds.size(); i++) {
                assertThat(together.get(i).get().joint()).isEqualTo(alone.get(i).joint());
                assertThat(together.get(i).get().acoustic())
                        .isEqualTo(alone.get(i).acoustic());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedPackRefusesInsteadOfCrashing() throws Exception {
        OnnxModelPack other = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
        AudioEncoder audio = other.audio();
        TextEncoder text = other.text();
        other.close();
        other.close();

        assertThatThrownBy(() -> audio.encode(noise(1_000, 1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> text.encode("rain")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(other::audio).isInstanceOf(IllegalStateException.class);
    }

    private Waveform noise(int samples, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) (random.nextGaussian() * 0.1 * Math.exp(-i / 30_000.0));
        }
        return new Waveform(noise, encoder.rate());
    }
}
