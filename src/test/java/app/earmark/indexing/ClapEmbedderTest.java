package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.dsp.SampleRange;
import app.earmark.dsp.Waveform;
import app.earmark.embed.ClapFixture;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.embed.RawEmbedding;
import app.earmark.features.ClapFrontEnds;
import app.earmark.features.ClapReference;
import app.earmark.library.Embedding;
import app.earmark.library.WindowVector;
import app.earmark.testing.WavFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a file to CLAP's vectors: the file's own rate, its windows, and the clip as a whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClapEmbedderTest {

    @TempDir
    static Path folder;

    private OnnxModelPack unfused;
    private OnnxModelPack fused;

    @BeforeAll
    void open() throws Exception {
        unfused = OnnxModelPack.open(PackFiles.inFolder(ClapFixture.pack(folder, false, false)));
        fused = OnnxModelPack.open(PackFiles.inFolder(ClapFixture.pack(folder, true, false)));
    }

    @AfterAll
    void close() {
        unfused.close();
        fused.close();
    }

    /** Row 3 of the fixture: five seconds at 44.1 kHz, resampled, log-mel and model, all by Python. */
    @Test
    void aFileOf44100HertzHasTheVectorThatPythonGivesIt() throws Exception {
        Path file = write(ClapReference.signal("mix", 44_100, 5, 0));

        float[] expected = ClapFixture.expected("unfused", "audio_computed", 3);
        assertThat(cosine(embed(unfused, file).joint(), expected)).isGreaterThan(0.99999);
        float[] expectedFused = ClapFixture.expected("fused", "audio_computed", 3);
        assertThat(cosine(embed(fused, file).joint(), expectedFused)).isGreaterThan(0.99999);
        assertThat(embed(unfused, file).windows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"44100, 14.7", "96000, 14.7", "22050, 24.2", "48000, 30"})
    void aLongClipIsTheMeanOfItsConsecutiveWindows(int hertz, double seconds) throws Exception {
        Waveform clip = ClapReference.signal("mix", hertz, seconds, 0);
        Waveform whole = ClapFrontEnds.at48000(clip);

        Embedding embedding = embed(unfused, write(clip));

        List<RawEmbedding> raw = new ArrayList<>();
        for (int start = 0; start < whole.length(); start += ClapFrontEnds.WINDOW) {
            int end = Math.min(whole.length(), start + ClapFrontEnds.WINDOW);
            raw.add(unfused.audio().encode(ClapFrontEnds.cut(whole, start, end)));
        }
        assertThat(embedding.windows()).hasSameSizeAs(raw);
        for (int i = 0; i < raw.size(); i++) {
            WindowVector window = embedding.windows().get(i);
            assertThat(window.startSeconds()).isEqualTo(10.0 * i);
            assertThat(window.durationSeconds()).isCloseTo(Math.min(10, seconds - 10 * i), within(1e-9));
            assertThat(cosine(window.joint(), raw.get(i).joint())).isGreaterThan(0.999999);
            assertThat(length(window.joint())).isCloseTo(1, within(1e-5));
        }
        float[] mean =
                MeanEmbedding.unitMean(raw.stream().map(RawEmbedding::joint).toList());
        assertThat(embedding.joint()).containsExactly(mean, within(1e-4f));
    }

    @ParameterizedTest
    @CsvSource({"44100, 14.7", "96000, 13", "48000, 61", "8000, 150", "48000, 10.005"})
    void aModelThatFusesHearsALongClipAsAWholeToo(int hertz, double seconds) throws Exception {
        Waveform clip = ClapReference.signal("mix", hertz, seconds, 0);
        Waveform whole = ClapFrontEnds.at48000(clip);

        Embedding embedding = embed(fused, write(clip));

        List<Waveform> parts = new ArrayList<>();
        for (SampleRange part : fused.audio().partsOfWhole(whole.length())) {
            parts.add(ClapFrontEnds.cut(whole, (int) part.start(), (int) part.end()));
        }
        float[] expected = fused.audio().encodeWhole(whole.length(), parts).joint();
        assertThat(cosine(embedding.joint(), expected)).isGreaterThan(0.99999);
        assertThat(embedding.windows()).hasSize(seconds < 10.1 ? 0 : (int) Math.ceil(seconds / 10));
    }

    @Test
    void aFileHasTheSameVectorWhateverElseRuns() throws Exception {
        List<Path> files = new ArrayList<>();
        List<Embedding> alone = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            files.add(write(ClapReference.signal(i % 2 == 0 ? "mix" : "decay", 44_100, 0.4 + 2.3 * i, 0)));
            alone.add(embed(fused, files.get(i)));
        }
        ClipEmbedder shared = new ClipEmbedder(fused, new FfmpegAudioDecoder(), new StageTimes());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Embedding>> together = new ArrayList<>();
            for (Path file : files) {
                together.add(threads.submit(
                        () -> shared.embed(file, () -> false).embedding().orElseThrow()));
            }
            for (int i = 0; i < files.size(); i++) {
                assertThat(together.get(i).get().joint()).isEqualTo(alone.get(i).joint());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Path write(Waveform sound) throws Exception {
        String name = sound.rate().hertz() + "-" + sound.length() + "-" + sound.samples()[99] + ".wav";
        return WavFile.of(sound).as(WavFile.Width.F32).write(folder.resolve(name));
    }

    private static Embedding embed(OnnxModelPack pack, Path file) throws Exception {
        return new ClipEmbedder(pack, new FfmpegAudioDecoder(), new StageTimes())
                .embed(file, () -> false)
                .embedding()
                .orElseThrow();
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot / length(a) / length(b);
    }

    private static double length(float[] a) {
        double squares = 0;
        for (float value : a) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
