package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.Waveform;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeekTest {

    private final AudioDecoder decoder = new FfmpegAudioDecoder();

    @TempDir
    Path folder;

    @Test
    void aWavContinuesAtExactlyTheFrameAskedFor() throws Exception {
        Waveform sound = Tones.noise(3, 0.5, 2, 44100);
        Path file = WavFile.of(sound).as(WavFile.Width.F32).write(folder.resolve("noise.wav"));
        try (AudioStream stream = decoder.open(file)) {
            for (int frame : new int[] {0, 1, 50_000, 12_345, 88_199, 0}) {
                stream.seek(frame / 44100.0);
                float[] rest = Decoded.rest(stream)[0].samples();
                assertThat(Arrays.equals(rest, Arrays.copyOfRange(sound.samples(), frame, sound.length())))
                        .as("sound from frame %d on", frame)
                        .isTrue();
            }
            stream.seek(5);
            assertThat(stream.read(new float[10], 10)).isEqualTo(-1);
            stream.seek(-1);
            assertThat(stream.read(new float[10], 10)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flac-s16.flac",
                "vorbis.ogg",
                "xing.mp3",
                "plain.mp3",
                "aac.m4a",
                "adts.aac",
                "alac-s16.m4a",
                "wavpack-s16.wv",
                "caf-s24.caf",
                "opus.opus",
                "wma.wma"
            })
    void otherFormatsContinueWhereTheWholeDecodingHasThatFrame(String fixture) throws Exception {
        Path file = Path.of(SeekTest.class.getResource(fixture).toURI());
        Waveform whole = Decoded.channels(decoder, file)[0];
        int frame = whole.length() / 2;
        try (AudioStream stream = decoder.open(file)) {
            stream.seek(frame / (double) whole.rate().hertz());
            float[] rest = Decoded.rest(stream)[0].samples();
            assertThat(rest.length).isEqualTo(whole.length() - frame);
            for (int i = 0; i < rest.length; i++) {
                assertThat(rest[i]).isCloseTo(whole.samples()[frame + i], within(0.01f));
            }
            stream.seek(0);
            assertThat(Decoded.rest(stream)[0].length()).isEqualTo(whole.length());
        }
    }
}
