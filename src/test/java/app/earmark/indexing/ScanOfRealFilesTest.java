package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.library.CatalogueReadOnly;
import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.Embedding;
import app.earmark.library.LabelNames;
import app.earmark.library.Tag;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of bad input, from file to catalogue. A good file lies beside each, and is always listened to. */
@Timeout(120)
class ScanOfRealFilesTest {

    @TempDir
    Path folder;

    private Path sounds;
    private Path good;
    private RealScan scan;

    @BeforeEach
    void open() {
        sounds = folder.resolve("sounds");
        good = Tones.sineFile(sounds.resolve("good.wav"), 440, 0.5, 44_100);
        scan = new RealScan(folder.resolve("catalogue.db"));
    }

    @AfterEach
    void close() {
        scan.close();
    }

    @Test
    void aGoodFileGetsFactsVectorsOutlinesHashAndTags() {
        ScanReport report = scan.scan(sounds);

        assertThat(report).isEqualTo(new ScanReport(1, 1, 0, 0, 0, false, List.of(), List.of()));
        Clip clip = scan.clip(good);
        assertThat(clip.state()).isEqualTo(ClipState.EMBEDDED);
        assertThat(clip.facts().orElseThrow().durationSeconds()).isEqualTo(0.5);
        Embedding embedding = embedding(good).orElseThrow();
        assertThat(norm(embedding.joint())).isCloseTo(1, within(1e-5));
        assertThat(norm(embedding.acoustic())).isCloseTo(1, within(1e-5));
        assertThat(scan.catalogue.clips().playerPeaks(clip.id())).isPresent();
        assertThat(scan.catalogue.clips().thumbnailsOf(List.of(clip.id()))).hasSize(1);
        assertThat(tags(good).tags()).extracting(Tag::label).containsExactly("heard");
    }

    @Test
    void filesThatHoldNoSoundFailWithASentenceEach() throws Exception {
        Path empty = Files.createFile(sounds.resolve("empty.wav"));
        Path cut = Files.write(sounds.resolve("cut.wav"), Arrays.copyOf(Files.readAllBytes(good), 30));
        Path text = Files.writeString(sounds.resolve("text.mp3"), "no sound at all ".repeat(100));

        ScanReport report = scan.scan(sounds);

        assertThat(report.embedded()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(3);
        assertThat(report.failures())
                .extracting(ClipFailure::path, ClipFailure::code)
                .containsExactlyInAnyOrder(
                        tuple(empty, "EMPTY_FILE"), tuple(cut, "TRUNCATED"), tuple(text, "NOT_AUDIO"));
        assertThat(scan.catalogue.clips().failures()).hasSize(3).allSatisfy(f -> assertThat(f.message())
                .contains(f.path().getFileName().toString())
                .endsWith("."));
        assertThat(scan.clip(empty).state()).isEqualTo(ClipState.FAILED);

        assertThat(scan.scan(sounds)).isEqualTo(new ScanReport(4, 0, 4, 0, 0, false, List.of(), List.of()));
    }

    @Test
    void aWrongExtensionMakesNoDifference() throws Exception {
        Path mislabelled = Files.copy(good, sounds.resolve("really a wav.mp3"));

        assertThat(scan.scan(sounds).embedded()).isEqualTo(2);
        assertThat(scan.clip(mislabelled).facts().orElseThrow().format()).isEqualTo("WAV");
        assertThat(embedding(mislabelled).orElseThrow().joint())
                .isEqualTo(embedding(good).orElseThrow().joint());
    }

    @Test
    void silenceAndDirectCurrentAreTaggedAsSilenceWithoutAVector() {
        Path silent = WavFile.of(Tones.constant(0, 1, 44_100)).write(sounds.resolve("silent.wav"));
        Path direct = WavFile.of(Tones.constant(0.5, 1, 44_100)).write(sounds.resolve("direct.wav"));

        ScanReport report = scan.scan(sounds);

        assertThat(report.embedded()).isEqualTo(3);
        assertThat(report.failed()).isZero();
        for (Path file : List.of(silent, direct)) {
            assertThat(scan.clip(file).state()).isEqualTo(ClipState.SILENT);
            assertThat(embedding(file)).isEmpty();
            assertThat(tags(file).tags()).extracting(Tag::label).containsExactly("silence");
        }
        assertThat(scan.scan(sounds).unchanged()).isEqualTo(3);
    }

    @Test
    void oneSampleAndExtremeRatesAndManyChannelsAreListenedTo() {
        Waveform tone = Tones.sine(300, 0.3, 0.3, 48_000);
        WavFile.of(Tones.constant(0.5, 1 / 48_000.0, 48_000)).write(sounds.resolve("one sample.wav"));
        WavFile.of(Tones.sine(440, 0.5, 0.5, 8_000)).write(sounds.resolve("8k.wav"));
        WavFile.of(Tones.sine(440, 0.5, 0.5, 384_000)).write(sounds.resolve("384k.wav"));
        WavFile.of(Stream.generate(() -> tone).limit(32).toArray(Waveform[]::new))
                .as(WavFile.Header.EXTENSIBLE)
                .write(sounds.resolve("32 channels.wav"));

        ScanReport report = scan.scan(sounds);

        assertThat(report.failures()).isEmpty();
        assertThat(report.embedded()).isEqualTo(5);
        assertThat(scan.clip(sounds.resolve("32 channels.wav"))
                        .facts()
                        .orElseThrow()
                        .channels())
                .isEqualTo(32);
        assertThat(scan.clip(sounds.resolve("384k.wav")).facts().orElseThrow().sampleRateHz())
                .isEqualTo(384_000);
        assertThat(cosine(sounds.resolve("384k.wav"), good))
                .as("the same tone at another rate")
                .isGreaterThan(0.99);
        assertThat(scan.clip(sounds.resolve("one sample.wav")).state()).isIn(ClipState.EMBEDDED, ClipState.SILENT);
    }

    @Test
    void samplesThatAreNoNumbersNeverReachTheVector() {
        float[] some = Tones.sine(440, 0.5, 0.5, 44_100).samples();
        some[100] = Float.NaN;
        some[200] = Float.POSITIVE_INFINITY;
        float[] most = some.clone();
        Arrays.fill(most, 0, 10_000, Float.NaN);
        Path few = WavFile.of(new Waveform(some, new SampleRate(44_100)))
                .as(WavFile.Width.F32)
                .write(sounds.resolve("few.wav"));
        Path many = WavFile.of(new Waveform(most, new SampleRate(44_100)))
                .as(WavFile.Width.F32)
                .write(sounds.resolve("many.wav"));

        ScanReport report = scan.scan(sounds);

        assertThat(report.failures())
                .extracting(ClipFailure::path, ClipFailure::code)
                .containsExactly(tuple(many, "NOT_FINITE"));
        for (float value : embedding(few).orElseThrow().joint()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void tenHoursWithTheOnlySoundBetweenTheWindowsAreHeardWhereTheSoundIs() throws Exception {
        int rate = 2_000;
        long frames = 10L * 3600 * rate;
        Path file = sounds.resolve("ten hours.wav");
        WavFile.of(Tones.constant(0, 1, rate)).as(WavFile.Width.S16).writeSparse(file, frames);
        Waveform burst = Tones.sine(440, 0.8, 30, rate);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(44 + 2 * (frames / 2));
            byte[] bytes = new byte[2 * burst.length()];
            for (int i = 0; i < burst.length(); i++) {
                short value = (short) (burst.samples()[i] * 32767);
                bytes[2 * i] = (byte) value;
                bytes[2 * i + 1] = (byte) (value >> 8);
            }
            out.write(bytes);
        }

        Path tone = Tones.sineFile(sounds.resolve("tone.wav"), 440, 20, rate);
        Path noise = WavFile.of(Tones.noise(1, 0.5, 20, rate)).write(sounds.resolve("noise.wav"));

        ScanReport report = scan.scan(sounds);

        assertThat(report.failures()).isEmpty();
        assertThat(scan.clip(file).facts().orElseThrow().durationSeconds()).isEqualTo(36_000);
        assertThat(scan.clip(file).state()).isEqualTo(ClipState.EMBEDDED);
        assertThat(cosine(file, tone)).isGreaterThan(0.95).isGreaterThan(cosine(file, noise) + 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new\nline.wav", "it's \"quoted\".wav", "Tür – 雨 🎧.wav", "100% %41 #1 ?.wav"})
    void oddNamesAreListenedTo(String name) {
        assumeTrue(canBeNamed(name), "this system has no such names");
        Path odd = Tones.sineFile(sounds.resolve(name), 440, 0.1, 8_000);

        assertThat(scan.scan(sounds).failures()).isEmpty();
        assertThat(scan.clip(odd).state()).isEqualTo(ClipState.EMBEDDED);
    }

    @Test
    void aNameOf250CharactersIsListenedTo() {
        Path longest = Tones.sineFile(sounds.resolve("x".repeat(246) + ".wav"), 440, 0.1, 8_000);

        assertThat(scan.scan(sounds).embedded()).isEqualTo(2);
        assertThat(scan.clip(longest).state()).isEqualTo(ClipState.EMBEDDED);
    }

    @Test
    void aNameOfBytesThatAreNoTextFailsWithASentence() throws Exception {
        Process move = new ProcessBuilder("sh", "-c", "cp good.wav \"$(printf 'bad\\377.wav')\"")
                .directory(sounds.toFile())
                .start();
        assumeTrue(move.waitFor() == 0, "this system has no such names");

        ScanReport report = scan.scan(sounds);

        assertThat(report.embedded()).isEqualTo(1);
        assertThat(report.failures()).extracting(ClipFailure::code).containsExactly("UNUSABLE_NAME");
    }

    @Test
    void aFolderThatVanishesDuringTheScanLeavesItsRecords() throws Exception {
        Path there = Tones.sineFile(sounds.resolve("sub/a.wav"), 440, 0.1, 8_000);
        Progress deleting = new Progress() {
            @Override
            public void phase(String name, long total) {
                if (name.equals("Listening")) {
                    delete(there);
                    delete(there.getParent());
                }
            }
        };

        ScanReport report = scan.scanner().scan(List.of(sounds), false, deleting);

        assertThat(report.embedded()).isEqualTo(1);
        assertThat(report.failures()).extracting(ClipFailure::code).containsExactly("VANISHED");
        assertThat(scan.clip(there).state()).isEqualTo(ClipState.LISTED);
        assertThat(scan.clip(there).offline()).isFalse();

        assertThat(scan.scan(sounds).absent()).as("one of two is more than 5 %").hasSize(1);
        ScanReport accepted = scan.scanner().scan(List.of(sounds), true, Progress.NONE);
        assertThat(accepted.offline()).isEqualTo(1);
        assertThat(scan.clip(there).offline()).isTrue();
    }

    @Test
    void aPersonsTagsSurviveRescansChangesAndMoves() throws Exception {
        scan.scan(sounds);
        ClipId id = scan.clip(good).id();
        scan.catalogue.tags().hold(List.of(id), "my tag");
        scan.catalogue.tags().reject(List.of(id), "heard");
        Path moved = sounds.resolve("moved/renamed.wav");
        Files.createDirectory(moved.getParent());
        Files.move(good, moved);

        scan.scan(sounds);
        assertThat(scan.clip(moved).id()).isEqualTo(id);

        Tones.sineFile(moved, 880, 0.7, 44_100);
        scan.scan(sounds);
        ClipTags tags = tags(moved);
        assertThat(tags.tags()).extracting(Tag::label).containsExactly("my tag");
        assertThat(tags.rejected()).containsExactly("heard");
        assertThat(scan.clip(moved).facts().orElseThrow().durationSeconds()).isEqualTo(0.7);
    }

    @Test
    void aCatalogueThatMayNotBeWrittenEndsTheScanWithItsSentence() {
        Path file = folder.resolve("read-only.db");
        Catalogue.open(file, LabelNames.OWN_ONLY).close();
        try (Catalogue reading = Catalogue.openForReading(file, LabelNames.OWN_ONLY)) {
            LibraryScanner scanner = new LibraryScanner(
                    reading.clips(),
                    reading.scans(),
                    new app.earmark.decode.FfmpegAudioDecoder(),
                    new app.earmark.metadata.ClipTextReader(app.earmark.ucs.UcsTable.load()),
                    () -> {
                        throw new AssertionError("nothing may be listened to");
                    },
                    new ScanSettings(1),
                    new StageTimes());

            assertThatThrownBy(() -> scanner.scan(List.of(sounds), false, Progress.NONE))
                    .isInstanceOf(CatalogueReadOnly.class)
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void cancellingInTheMiddleOfALongFileComesThroughAndTheFileIsListenedToNextTime() {
        Path file = sounds.resolve("a long one.wav");
        WavFile.of(Tones.constant(0, 1, 48_000)).as(WavFile.Width.U8).writeSparse(file, 3600L * 48_000 * 4);
        long[] asked = {0};
        Progress cancel = new Progress() {
            private boolean listening;

            @Override
            public void phase(String name, long total) {
                listening = name.equals("Listening");
            }

            @Override
            public synchronized boolean isCancelled() {
                return listening && ++asked[0] > 20;
            }
        };

        ScanReport report = scan.scanner().scan(List.of(sounds), false, cancel);

        assertThat(report.cancelled()).isTrue();
        assertThat(scan.clip(file).state()).isEqualTo(ClipState.LISTED);
        assertThat(asked[0]).as("it stopped soon after").isLessThan(200);
    }

    private ClipTags tags(Path file) {
        return scan.catalogue.clips().tagsOf(scan.clip(file).id());
    }

    private Optional<Embedding> embedding(Path file) {
        return scan.catalogue
                .embeddings()
                .find(scan.clip(file).id(), scan.pack().id());
    }

    private double cosine(Path one, Path other) {
        float[] a = embedding(one).orElseThrow().acoustic();
        float[] b = embedding(other).orElseThrow().acoustic();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private boolean canBeNamed(String name) {
        try {
            Files.delete(Files.createFile(folder.resolve(name)));
            return true;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
