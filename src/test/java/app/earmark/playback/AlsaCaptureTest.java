package app.earmark.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.decode.AudioStream;
import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.decode.UndecodableFile;
import app.earmark.dsp.Waveform;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way to the sound system: ALSA's "file" plug-in writes what the default device was given. Skipped where there
 * is no ALSA.
 */
class AlsaCaptureTest {

    private static final Path ALSA = Path.of("/usr/share/alsa/alsa.conf");

    @TempDir
    Path folder;

    @Test
    void theDeviceIsGivenExactlyTheFilesSamples() throws Exception {
        Waveform left = Tones.noise(1, 0.7, 1.5, 44_100);
        Waveform right = Tones.sine(440, 0.5, 1.5, 44_100);
        Path file = WavFile.of(left, right).write(folder.resolve("sound.wav"));

        float[] played = play(file, 0.5);

        assertThat(played.length).isEqualTo(2 * 44_100);
        for (int i = 0; i < played.length; i += 2) {
            int at = 22_050 + i / 2;
            assertThat(played[i]).isCloseTo(left.samples()[at], within(1.01f / 65536));
            assertThat(played[i + 1]).isCloseTo(right.samples()[at], within(1.01f / 65536));
        }
    }

    @Test
    void sixChannelsOfAnOddRateAreHeardToo() throws Exception {
        Waveform silence = Tones.constant(0, 1, 88_200);
        Waveform tone = Tones.sine(1000, 0.5, 1, 88_200);
        Path file = WavFile.of(silence, silence, tone, silence, silence, silence)
                .as(WavFile.Width.S24)
                .as(WavFile.Header.EXTENSIBLE)
                .write(folder.resolve("centre.wav"));

        float[] played = play(file, 0);

        assertThat(played.length).isEqualTo(2 * 88_200);
        float[] side = new float[88_200];
        for (int i = 0; i < side.length; i++) {
            side[i] = played[2 * i];
            assertThat(played[2 * i + 1]).isEqualTo(played[2 * i]);
        }
        double gain = Math.sqrt(0.5) / Math.sqrt(1 + 3 * 0.5);
        assertThat(Tones.levelAt(new Waveform(side, tone.rate()), 1000)).isCloseTo(0.5 * gain, within(1e-3));
    }

    private float[] play(Path file, double fromSeconds) throws Exception {
        Assumptions.assumeTrue(Files.exists(ALSA), "skipped: this machine has no ALSA");
        Path captured = folder.resolve("captured.wav");
        Path config = Files.writeString(
                folder.resolve("asound.conf"),
                "<" + ALSA + ">\npcm.!default { type file slave.pcm null file \"" + captured + "\" format wav }\n");
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlayOneFile.class.getName(),
                file.toString(),
                Double.toString(fromSeconds));
        child.environment().put("ALSA_CONFIG_PATH", config.toString());
        child.redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile());
        Process process = child.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the player ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        Assumptions.assumeFalse(
                process.exitValue() == Phase.FAILED.ordinal(), "skipped: ALSA is here, but its library offers no line");
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("child.log")))
                .isEqualTo(Phase.ENDED.ordinal());
        return decode(captured);
    }

    private static float[] decode(Path file) throws UndecodableFile {
        try (AudioStream stream = new FfmpegAudioDecoder().open(file)) {
            float[] all = new float[0];
            float[] block = new float[4096 * stream.channels()];
            for (int n = stream.read(block, 4096); n >= 0; n = stream.read(block, 4096)) {
                int length = all.length;
                all = Arrays.copyOf(all, length + n * stream.channels());
                System.arraycopy(block, 0, all, length, n * stream.channels());
            }
            return all;
        }
    }
}
