package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.Waveform;
import app.earmark.library.AudioFacts;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every format, at its true rate, width and length. The files hold 1000 Hz at half scale on the left and a quarter scale
 * on the right; those that Java can't write were made once with the ffmpeg tool.
 */
class EveryFormatTest {

    private final AudioDecoder decoder = new FfmpegAudioDecoder();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "aiff-s24.aiff,    AIFF, pcm_s24be,         22050, 24, 0.05, 0",
        "aiff-s8.aiff,     AIFF, pcm_s8,            16000,  8, 0.1,  0",
        "aifc-f32.aifc,    AIFF, pcm_f32be,         11025, 32, 0.05, 0",
        "flac-s16.flac,    FLAC, flac,              44100, 16, 0.03, 0",
        "flac-s24.flac,    FLAC, flac,              32000, 24, 0.03, 0",
        "vorbis.ogg,       OGG,  vorbis,            44100,  0, 0.5,  0.02",
        "opus.opus,        OPUS, opus,              48000,  0, 0.3,  0.02",
        "xing.mp3,         MP3,  mp3,               44100,  0, 0.3,  0.02",
        "plain.mp3,        MP3,  mp3,               44100,  0, 0.3,  0.06",
        "aac.m4a,          M4A,  aac,               44100,  0, 0.3,  0.03",
        "adts.aac,         AAC,  aac,               44100,  0, 0.3,  0.06",
        "alac-s16.m4a,     ALAC, alac,              48000, 16, 0.05, 0",
        "alac-s24.m4a,     ALAC, alac,              44100, 24, 0.025, 0",
        "wavpack-s16.wv,   WV,   wavpack,           44100, 16, 0.1,  0",
        "wavpack-f32.wv,   WV,   wavpack,           22050, 32, 0.05, 0",
        "wma.wma,          WMA,  wmav2,             44100,  0, 0.2,  0.06",
        "caf-s24.caf,      CAF,  pcm_s24be,         11025, 24, 0.05, 0",
        "au-s16.au,        AU,   pcm_s16be,          8000, 16, 0.1,  0",
        "au-mulaw.au,      AU,   pcm_mulaw,          8000,  0, 0.1,  0",
        "w64-s16.w64,      W64,  pcm_s16le,         11025, 16, 0.1,  0.0001",
        "adpcm-ms.wav,     WAV,  adpcm_ms,          22050,  0, 0.2,  0.05",
        "adpcm-ima.wav,    WAV,  adpcm_ima_wav,     22050,  0, 0.2,  0.05",
    })
    void decodesAsWhatItIs(
            String name, String format, String codec, int rate, int bits, double seconds, double secondsTolerance)
            throws Exception {
        Path file = Path.of(EveryFormatTest.class.getResource(name).toURI());

        AudioFacts facts = decoder.probe(file);

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.codec()).isEqualTo(codec);
        assertThat(facts.sampleRateHz()).isEqualTo(rate);
        assertThat(facts.channels()).isEqualTo(2);
        assertThat(facts.bitDepth()).isEqualTo(bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits));
        assertThat(facts.durationSeconds()).isCloseTo(seconds, within(secondsTolerance + 1e-4));
        Waveform[] channels = Decoded.channels(decoder, file);
        assertThat(channels[0].rate().hertz()).isEqualTo(rate);
        assertThat(channels[0].durationSeconds()).isCloseTo(facts.durationSeconds(), within(secondsTolerance + 1e-4));
        double level = format.equals("MP3") ? 0.475 : 0.5; // LAME lowers what it encodes by 5 %
        double levelTolerance = bits == 0 ? 0.015 : bits == 8 ? 0.005 : 0.002;
        assertThat(Tones.levelAt(Decoded.middle(channels[0]), 1000)).isCloseTo(level, within(levelTolerance));
        assertThat(Tones.levelAt(Decoded.middle(channels[1]), 1000)).isCloseTo(level / 2, within(levelTolerance));
        try (AudioStream stream = decoder.open(file)) {
            assertThat(stream.facts()).as("facts when opened").isEqualTo(facts);
        }
        assertThat(decoder.inspect(file))
                .as("facts and text at once")
                .isEqualTo(new AudioDecoder.Inspection(facts, decoder.metadata(file)));
    }

    @ParameterizedTest
    @EnumSource(WavFile.Width.class)
    void decodesWavOfEveryWidthAndHeaderBitExactly(WavFile.Width width) throws Exception {
        Waveform left = Tones.sine(997, 0.5, 0.5, 44100);
        Waveform right = Tones.noise(1, 0.9, 0.5, 44100);
        for (WavFile.Header header : WavFile.Header.values()) {
            Path file =
                    WavFile.of(left, right).as(width).as(header).write(folder.resolve(width + "-" + header + ".wav"));

            AudioFacts facts = decoder.probe(file);

            assertThat(facts.format()).isEqualTo("WAV");
            assertThat(facts.bitDepth()).hasValue(width.bits);
            assertThat(facts.channels()).isEqualTo(2);
            assertThat(facts.durationSeconds()).isEqualTo(0.5);
            Waveform[] decoded = Decoded.channels(decoder, file);
            double step = Math.pow(2, 1 - Math.min(24, width.bits));
            for (int i = 0; i < left.length(); i++) {
                assertThat(decoded[0].samples()[i]).isCloseTo(left.samples()[i], within((float) (1.01 * step)));
                assertThat(decoded[1].samples()[i]).isCloseTo(right.samples()[i], within((float) (1.01 * step)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8000, 1", "384000, 2", "11025, 6", "48000, 8", "96000, 32", "44100, 64"})
    void keepsUnusualRatesAndManyChannels(int rate, int channels) throws Exception {
        Waveform[] tones = new Waveform[channels];
        for (int i = 0; i < channels; i++) {
            tones[i] = Tones.sine(500, (i + 1.0) / (channels + 1), 0.1, rate);
        }
        Path file = WavFile.of(tones)
                .as(WavFile.Width.S24)
                .as(WavFile.Header.EXTENSIBLE)
                .write(folder.resolve("many.wav"));

        AudioFacts facts = decoder.probe(file);

        assertThat(facts.sampleRateHz()).isEqualTo(rate);
        assertThat(facts.channels()).isEqualTo(channels);
        Waveform[] decoded = Decoded.channels(decoder, file);
        for (int i = 0; i < channels; i++) {
            assertThat(Tones.levelAt(decoded[i], 500)).isCloseTo((i + 1.0) / (channels + 1), within(1e-4));
        }
    }

    @Test
    void twentyFourBitsIn32AreIntegers() throws Exception {
        Waveform tone = Tones.sine(440, 0.5, 0.1, 8000);
        Path file = WavFile.of(tone)
                .as(WavFile.Width.S32)
                .as(WavFile.Header.EXTENSIBLE)
                .write(folder.resolve("24in32.wav"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[38] = 24; // wValidBitsPerSample
        Files.write(file, bytes);

        assertThat(decoder.probe(file).bitDepth()).hasValue(24);
        try (AudioStream stream = decoder.open(file)) {
            assertThat(stream.facts()).isEqualTo(decoder.probe(file));
        }
        assertThat(Decoded.channels(decoder, file)[0].samples()).containsExactly(tone.samples(), within(0x1p-23f));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void aRecordingNeverFinishedIsReadToItsEnd(int statedBytes) throws Exception {
        Path file = Tones.sineFile(folder.resolve("crashed.wav"), 440, 0.1, 8000);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(40, statedBytes);
        Files.write(file, bytes.array());

        assertThat(decoder.probe(file).durationSeconds()).isEqualTo(0.1);
        assertThat(Decoded.channels(decoder, file)[0].length()).isEqualTo(800);
    }

    @Test
    void aFlacWithoutItsLengthIsMeasured() throws Exception {
        byte[] bytes = Files.readAllBytes(
                Path.of(EveryFormatTest.class.getResource("flac-s16.flac").toURI()));
        bytes[21] &= (byte) 0xF0; // the 36 bits of STREAMINFO that count samples
        java.util.Arrays.fill(bytes, 22, 26, (byte) 0);
        Path file = Files.write(folder.resolve("piped.flac"), bytes);

        assertThat(decoder.probe(file).durationSeconds()).isCloseTo(0.03, within(1e-4));
    }

    @Test
    void aNameOfBytesThatAreNoCharactersIsOpened() throws Exception {
        Tones.sineFile(folder.resolve("plain.wav"), 440, 0.1, 8000);
        Process copy = new ProcessBuilder("sh", "-c", "cp plain.wav \"$(printf 'caf\\351%%41.wav')\"")
                .directory(folder.toFile())
                .start();
        Assumptions.assumeTrue(copy.waitFor() == 0, "this file system refuses such names");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(decoder.probe(file).durationSeconds()).isEqualTo(0.1);
            }
        }
    }
}
