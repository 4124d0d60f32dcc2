package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.library.Peaks;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipReaderTest {

    private final AudioDecoder decoder = new FfmpegAudioDecoder();
    private final ClipReader reader = new ClipReader(decoder);

    @TempDir
    Path folder;

    @Test
    void aShortClipIsOneWindowOfItsMean() throws Exception {
        Waveform left = Tones.noise(1, 0.5, 0.5, 44100);
        Waveform right = Tones.noise(2, 0.5, 0.5, 44100);
        Path file = WavFile.of(left, right).as(WavFile.Width.F32).write(folder.resolve("short.wav"));

        HeardClip heard = read(file, 10, 4);

        assertThat(heard.windows()).hasSize(1);
        Waveform mono = heard.windows().get(0).sound();
        assertThat(mono.rate()).isEqualTo(new SampleRate(44100));
        for (int i = 0; i < left.length(); i++) {
            float mean = (float) ((left.samples()[i] + (double) right.samples()[i]) / 2);
            assertThat(mono.samples()[i]).isCloseTo(mean, within(1e-7f));
        }
        assertThat(heard.facts().durationSeconds()).isEqualTo(0.5);
        assertThat(heard.silent()).isFalse();
        assertThat(heard.peak()).isEqualTo(Math.max(left.peak(), right.peak()));
        assertThat(heard.thumbnail().buckets()).isEqualTo(Peaks.THUMBNAIL_BUCKETS);
        assertThat(heard.playerPeaks().buckets()).isEqualTo(Peaks.PLAYER_BUCKETS);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(heard.contentHash()).hasValue(HexFormat.of().formatHex(hash));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 4, 0", // exactly one window
        "1.5, 4, 0 0.5",
        "3.0, 4, 0 1 2",
        "3.7, 4, 0 1 2 2.7",
        "10.2, 4, 0 3 7 9.2",
        "10.2, 2, 0 9.2",
        "10.2, 1, 0",
    })
    void windowsFollowEachOtherAndTheLastEndsWithTheClip(double seconds, int most, String starts) throws Exception {
        Waveform sound = Tones.noise(5, 0.5, seconds, 8000);
        Path file = WavFile.of(sound).as(WavFile.Width.F32).write(folder.resolve("long.wav"));

        List<ClipWindow> windows = read(file, 1, most).windows();

        double[] expected = Arrays.stream(starts.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(windows.stream().mapToDouble(ClipWindow::startSeconds).toArray())
                .containsExactly(expected, within(1e-9));
        for (ClipWindow window : windows) {
            int from = (int) Math.round(window.startSeconds() * 8000);
            assertThat(window.sound().samples()).isEqualTo(Arrays.copyOfRange(sound.samples(), from, from + 8000));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 4, 0, 0.3",
        "1.0, 4, 0, 1",
        "1.005, 4, 0, 1", // a rest of half a hundredth
        "1.5, 4, 0 1, 0.5",
        "3.7, 4, 0 1 2 3, 0.7",
        "10.2, 4, 0 3 7 10, 0.2",
        "10.2, 2, 0 10, 0.2",
        "10.2, 1, 0, 1",
    })
    void consecutiveWindowsEndWithWhatIsLeft(double seconds, int most, String starts, double last) throws Exception {
        Waveform sound = Tones.noise(5, 0.5, seconds, 8000);
        Path file = WavFile.of(sound).as(WavFile.Width.F32).write(folder.resolve("long.wav"));
        double[] expected = Arrays.stream(starts.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (double stated : new double[] {seconds, 0.5, 2.1, 60}) {
            List<ClipWindow> windows = new ClipReader(new MisleadingDecoder(decoder, stated))
                    .read(file, consecutive(most, 20), () -> false)
                    .windows();

            assertThat(windows.stream().mapToDouble(ClipWindow::startSeconds).toArray())
                    .containsExactly(expected, within(1e-9));
            for (int i = 0; i < expected.length; i++) {
                ClipWindow window = windows.get(i);
                assertThat(window.durationSeconds()).isCloseTo(i == expected.length - 1 ? last : 1, within(1e-9));
                int from = (int) Math.round(window.startSeconds() * 8000);
                assertThat(window.sound().samples())
                        .isEqualTo(Arrays.copyOfRange(sound.samples(), from, from + window.frames()));
                int before = Math.min(20, from);
                int to = Math.min(sound.length(), from + 8000 + 20);
                assertThat(window.lead()).isEqualTo(before);
                assertThat(window.around().samples()).isEqualTo(Arrays.copyOfRange(sound.samples(), from - before, to));
            }
        }
    }

    @Test
    void partsAreKeptWhereverTheyLieAndWhateverTheHeaderSays() throws Exception {
        Waveform sound = Tones.noise(5, 0.5, 130, 1000);
        Path file = WavFile.of(sound).as(WavFile.Width.F32).write(folder.resolve("long.wav"));
        ListeningPlan.Parts parts = (frames, rate) -> List.of(
                new SampleRange(frames / 4, frames / 4 + 300),
                new SampleRange(frames / 4 + 200, frames / 2),
                new SampleRange(frames - 7, frames));
        for (double stated : new double[] {130, 3, 119, 125, 4000}) {
            HeardClip heard = new ClipReader(new MisleadingDecoder(decoder, stated))
                    .read(file, new ListeningPlan(1, 3, true, rate -> 0, parts), () -> false);

            List<SampleRange> expected = parts.of(130_000, new SampleRate(1000));
            assertThat(heard.parts()).hasSize(3);
            for (int i = 0; i < 3; i++) {
                SampleRange range = expected.get(i);
                assertThat(heard.parts().get(i).firstFrame()).isEqualTo(range.start());
                assertThat(heard.parts().get(i).sound().samples())
                        .isEqualTo(Arrays.copyOfRange(sound.samples(), (int) range.start(), (int) range.end()));
            }
        }
    }

    private static ListeningPlan consecutive(int most, int surroundings) {
        return new ListeningPlan(1, most, true, rate -> surroundings, (frames, rate) -> List.of());
    }

    @Test
    void aHeaderThatStatesAWrongLengthChangesNothing() throws Exception {
        Waveform sound = Tones.noise(5, 0.5, 3.5, 8000);
        Path file = WavFile.of(sound).as(WavFile.Width.F32).write(folder.resolve("stated.wav"));
        for (double stated : new double[] {0.001, 2.1, 3.49, 3.51, 4.2, 4000}) {
            ClipReader misled = new ClipReader(new MisleadingDecoder(decoder, stated));
            HeardClip heard = misled.read(file, 1, 3, () -> false);
            assertThat(heard.facts().durationSeconds()).isEqualTo(3.5);
            assertThat(heard.windows().stream().map(ClipWindow::startSeconds)).containsExactly(0.0, 2.0, 2.5);
            for (ClipWindow window : heard.windows()) {
                int from = (int) Math.round(window.startSeconds() * 8000);
                assertThat(window.sound().samples()).isEqualTo(Arrays.copyOfRange(sound.samples(), from, from + 8000));
            }
        }
    }

    @Test
    void silenceDirectCurrentAndDitherAreSilent() throws Exception {
        assertThat(read(WavFile.of(Tones.constant(0, 1, 8000)).write(folder.resolve("0.wav")), 1, 4)
                        .silent())
                .isTrue();
        HeardClip dc = read(WavFile.of(Tones.constant(0.5, 1, 8000)).write(folder.resolve("dc.wav")), 1, 4);
        assertThat(dc.silent()).isTrue();
        assertThat(dc.peak()).isEqualTo(0.5f);
        Path dither = WavFile.of(Tones.noise(1, 1.4 / 32768, 1, 8000)).write(folder.resolve("dither.wav"));
        assertThat(read(dither, 1, 4).silent()).isTrue();
        Path faint = WavFile.of(Tones.sine(440, 1e-4, 1, 8000)).write(folder.resolve("faint.wav"));
        assertThat(read(faint, 1, 4).silent()).isFalse();
    }

    @Test
    void thePeakMayLieBelowZero() throws Exception {
        Path file = WavFile.of(Tones.constant(-0.75, 1, 8000)).write(folder.resolve("low.wav"));
        assertThat(read(file, 1, 4).peak()).isEqualTo(0.75f);
    }

    @Test
    void oneSampleIsAWindow() throws Exception {
        HeardClip one = read(WavFile.of(Tones.constant(0.25, 1 / 8000.0, 8000)).write(folder.resolve("one.wav")), 1, 4);
        assertThat(one.windows()).hasSize(1);
        assertThat(one.windows().get(0).sound().samples()).containsExactly(0.25f);
        assertThat(one.silent()).isTrue();
    }

    @Test
    void channelsThatCancelOutAreHeardThroughOneOfThem() throws Exception {
        Waveform sound = Tones.sine(440, 0.5, 1, 8000);
        float[] turned = sound.samples().clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        Waveform silence = Tones.constant(0.1, 1, 8000);
        Path pair = WavFile.of(sound, new Waveform(turned, sound.rate())).write(folder.resolve("pair.wav"));
        Path third =
                WavFile.of(silence, sound, new Waveform(turned, sound.rate())).write(folder.resolve("third.wav"));
        for (Path file : List.of(pair, third)) {
            HeardClip heard = read(file, 10, 4);
            assertThat(heard.silent()).isFalse();
            assertThat(Tones.levelAt(heard.windows().get(0).sound(), 440)).isCloseTo(0.5, within(1e-3));
        }
    }

    @Test
    void aFileFullOfNonNumbersIsRefusedAndAFewAreRepaired() throws Exception {
        float[] samples = Tones.sine(440, 0.5, 1, 8000).samples();
        for (int i = 0; i < 800; i++) {
            samples[i] = Float.NaN;
        }
        WavFile wav = WavFile.of(new Waveform(samples, new SampleRate(8000))).as(WavFile.Width.F32);
        HeardClip repaired = read(wav.write(folder.resolve("few.wav")), 1, 4);
        assertThat(repaired.windows().get(0).sound().samples()[5]).isZero();
        assertThat(repaired.peak()).isCloseTo(0.5f, within(0.01f));
        samples[900] = Float.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> read(wav.write(folder.resolve("many.wav")), 1, 4))
                .isInstanceOfSatisfying(
                        UndecodableFile.class,
                        e -> assertThat(e.failure().code()).isEqualTo("NOT_FINITE"));
    }

    @Test
    void readingStopsWhenCancelled() throws Exception {
        Path file = Tones.sineFile(folder.resolve("long.wav"), 440, 30, 44100);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> reader.read(file, 1, 4, () -> asked.incrementAndGet() == 3))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(3);
    }

    private HeardClip read(Path file, double windowSeconds, int most) throws UndecodableFile {
        return reader.read(file, windowSeconds, most, () -> false);
    }
}
