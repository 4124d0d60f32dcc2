package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.earmark.dsp.Waveform;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private final AudioDecoder decoder = new FfmpegAudioDecoder();

    @TempDir
    Path folder;

    @Test
    void anEmptyFileIsNamedSo() throws Exception {
        assertFails(Files.createFile(folder.resolve("empty.wav")), "EMPTY_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.wav", "notes.mp3", "notes.aac", "notes.flac", "notes.aiff", "notes.ogg", "notes"})
    void textIsNotAudioWhateverItsName(String name) throws Exception {
        String text = "#EXTM3U\nThe quick brown fox jumps over the lazy dog, again and again.\nfile:///etc/passwd\n";
        assertFails(Files.writeString(folder.resolve(name), text.repeat(200)), "NOT_AUDIO");
    }

    @Test
    void aPlayListOpensNothing() throws Exception {
        Path sound = Tones.sineFile(folder.resolve("real.wav"), 440, 0.1, 8000);
        String list = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + sound + "\n#EXT-X-ENDLIST\n";
        assertFails(Files.writeString(folder.resolve("list.m3u8"), list), "NOT_AUDIO");
        assertFails(
                Files.writeString(folder.resolve("list.ffconcat"), "ffconcat version 1.0\nfile real.wav\n"),
                "NOT_AUDIO");
    }

    @Test
    void randomBytesAreNotAudio() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        assertFails(Files.write(folder.resolve("random.wav"), bytes), "NOT_AUDIO");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 11, 12, 30, 44})
    void aFileCutInItsHeaderIsTruncated(int bytes) throws Exception {
        Path whole = Tones.sineFile(folder.resolve("whole.wav"), 440, 0.1, 8000);
        byte[] start = Arrays.copyOf(Files.readAllBytes(whole), bytes);
        assertFails(Files.write(folder.resolve("cut.wav"), start), "TRUNCATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flac-s16.flac", "vorbis.ogg", "wavpack-s16.wv", "caf-s24.caf", "aac.m4a", "wma.wma"})
    void headersWithoutSoundAreTruncated(String fixture) throws Exception {
        byte[] whole = Files.readAllBytes(
                Path.of(BadInputTest.class.getResource(fixture).toURI()));
        assertFails(Files.write(folder.resolve(fixture), Arrays.copyOf(whole, 20)), "TRUNCATED");
    }

    @Test
    void aCutFileIsUsedAsFarAsItGoes() throws Exception {
        Path whole = Tones.sineFile(folder.resolve("whole.wav"), 440, 1, 8000);
        byte[] start = Arrays.copyOf(Files.readAllBytes(whole), 44 + 2 * 3000 + 1);
        Path cut = Files.write(folder.resolve("cut.wav"), start);

        assertThat(decoder.probe(cut).durationSeconds()).isEqualTo(3000 / 8000.0);
        assertThat(Decoded.channels(decoder, cut)[0].length()).isEqualTo(3000);
    }

    @Test
    void aWrongExtensionDoesNotMatter() throws Exception {
        Path wav = Tones.sineFile(folder.resolve("really-a-wav.mp3"), 440, 0.1, 8000);
        assertThat(decoder.probe(wav).format()).isEqualTo("WAV");
        Path flac = folder.resolve("really-flac.wav");
        Files.copy(BadInputTest.class.getResourceAsStream("flac-s16.flac"), flac);
        assertThat(decoder.probe(flac).format()).isEqualTo("FLAC");
    }

    @Test
    void aFilmWithoutSoundSaysSo() throws Exception {
        assertFails(Path.of(BadInputTest.class.getResource("silent-film.mp4").toURI()), "NO_SOUND");
    }

    @Test
    void aMissingFileHasVanished() throws Exception {
        assertFails(folder.resolve("gone.wav"), "VANISHED");
    }

    @Test
    void aFolderIsNotAudio() throws Exception {
        assertFails(Files.createDirectory(folder.resolve("folder.wav")), "NOT_AUDIO");
    }

    @Test
    void aFileWithoutPermissionIsUnreadable() throws Exception {
        Path file = Tones.sineFile(folder.resolve("locked.wav"), 440, 0.1, 8000);
        Assumptions.assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
        assertFails(file, "UNREADABLE");
    }

    @Test
    void anUnknownCodecIsNamed() throws Exception {
        Path file = Tones.sineFile(folder.resolve("odd.wav"), 440, 0.1, 8000);
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] = 0x77; // a format tag nobody knows
        bytes[21] = 0x66;
        assertFails(Files.write(file, bytes), "UNSUPPORTED_CODEC");
    }

    @Test
    void samplesThatAreNoNumbersBecomeZero() throws Exception {
        float[] samples = Tones.sine(440, 0.5, 0.1, 8000).samples();
        samples[10] = Float.NaN;
        samples[20] = Float.POSITIVE_INFINITY;
        samples[30] = 3e38f;
        Path file = WavFile.of(new Waveform(samples, new app.earmark.dsp.SampleRate(8000)))
                .as(WavFile.Width.F32)
                .write(folder.resolve("nan.wav"));
        try (AudioStream stream = decoder.open(file)) {
            float[] decoded = Decoded.rest(stream)[0].samples();
            assertThat(decoded[10]).isZero();
            assertThat(decoded[20]).isZero();
            assertThat(decoded[30]).isZero();
            assertThat(decoded[31]).isEqualTo(samples[31]);
            assertThat(stream.unusableSamples()).isEqualTo(3);
        }
    }

    @Test
    void oneSampleIsSound() throws Exception {
        Path file = WavFile.of(Tones.constant(0.25, 1 / 8000.0, 8000)).write(folder.resolve("one.wav"));
        assertThat(decoder.probe(file).durationSeconds()).isEqualTo(1 / 8000.0);
        assertThat(Decoded.channels(decoder, file)[0].samples()).containsExactly(0.25f);
    }

    @Test
    void oddNamesAreOpened() throws Exception {
        String[] names = {
            "new\nline.wav",
            "it's \"quoted\".wav",
            "Tür – 雨 🎧.wav",
            "100% %41 #1 ?.wav",
            "x".repeat(246) + ".wav",
            "a:b.wav"
        };
        for (String name : names) {
            Path file = Tones.sineFile(folder.resolve(name), 440, 0.1, 8000);
            assertThat(decoder.probe(file).durationSeconds()).isEqualTo(0.1);
        }
    }

    private void assertFails(Path file, String code) {
        UndecodableFile probing = catchThrowableOfType(UndecodableFile.class, () -> decoder.probe(file));
        UndecodableFile opening = catchThrowableOfType(
                UndecodableFile.class, () -> decoder.open(file).close());
        for (UndecodableFile e : new UndecodableFile[] {probing, opening}) {
            assertThat(e).as("a failure").isNotNull();
            assertThat(e.failure().code()).isEqualTo(code);
            assertThat(e.failure().path()).isEqualTo(file);
            assertThat(e.getMessage()).contains(file.getFileName().toString()).endsWith(".");
        }
    }
}
