package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures of docs/benchmarks.md, "Decoding and resampling"; not part of the tests. CPU time of one thread, best of
 * several rounds: {@code ./mvnw -q test -Dtest=SoundBenchmark -Dsurefire.useFile=false}
 */
class SoundBenchmark {

    private final AudioDecoder decoder = new FfmpegAudioDecoder();

    @TempDir
    Path folder;

    @Test
    void probing() throws Exception {
        Path wav = Tones.sineFile(folder.resolve("wav.wav"), 440, 2, 48_000);
        List<Path> files = new ArrayList<>(List.of(wav));
        try (Stream<Path> all = Files.list(fixtures())) {
            all.filter(file -> !file.toString().matches(".*(class|silent-film.mp4)"))
                    .sorted()
                    .forEach(files::add);
        }
        for (Path file : files) {
            double seconds = best(20, () -> {
                for (int i = 0; i < 50; i++) {
                    decoder.probe(file);
                }
            });
            print("probe %s: %.0f files/s", file.getFileName(), 50 / seconds);
        }
    }

    @Test
    void decoding() throws Exception {
        Waveform noise = Tones.noise(1, 0.5, 60, 48_000);
        for (WavFile.Width width : WavFile.Width.values()) {
            Path file = WavFile.of(noise, noise).as(width).write(folder.resolve(width + ".wav"));
            print("decode WAV %s stereo 48 kHz: %.0f x real time", width, 60 / best(8, () -> drain(file)));
            print(
                    "ClipReader WAV %s (peaks, windows, hash too): %.0f x real time",
                    width, 60 / best(8, () -> new ClipReader(decoder).read(file, 20, 4, () -> false)));
        }
    }

    @Test
    void hours() throws Exception {
        for (int hours : new int[] {2, 10}) {
            Path file = WavFile.of(Tones.constant(0, 1, 96_000), Tones.constant(0, 1, 96_000))
                    .as(WavFile.Width.S24)
                    .as(WavFile.Header.RF64)
                    .writeSparse(folder.resolve(hours + ".wav"), hours * 3600L * 96_000);
            double all = best(1, () -> new ClipReader(decoder).read(file, 20, 4, () -> false));
            double hash = best(1, () -> ContentHash.of(file, () -> false));
            print("%d h of 96 kHz stereo 24 bit: %.1f s, of it the hash %.1f s", hours, all, hash);
            Files.delete(file);
        }
    }

    @Test
    void resampling() throws Exception {
        Resampler resampler = new Resampler();
        int[][] pairs = {
            {44_100, 48_000},
            {48_000, 44_100},
            {96_000, 44_100},
            {96_000, 48_000},
            {44_100, 16_000},
            {22_050, 44_100},
            {8000, 44_100},
            {192_000, 44_100},
            {384_000, 44_100}
        };
        for (int[] pair : pairs) {
            Waveform sound = Tones.noise(1, 0.5, 20, pair[0]);
            double seconds = best(12, () -> resampler.resample(sound, new SampleRate(pair[1])));
            print("resample %d to %d: %.0f x real time", pair[0], pair[1], 20 / seconds);
        }
    }

    private void drain(Path file) throws UndecodableFile {
        try (AudioStream stream = decoder.open(file)) {
            float[] block = new float[8192 * stream.channels()];
            long frames = 0;
            for (int n = stream.read(block, 8192); n >= 0; n = stream.read(block, 8192)) {
                frames += n;
            }
            assertThat(frames).isPositive();
        }
    }

    private static Path fixtures() throws Exception {
        return Path.of(SoundBenchmark.class.getResource("vorbis.ogg").toURI()).getParent();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double best(int rounds, Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
        }
        return best;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
