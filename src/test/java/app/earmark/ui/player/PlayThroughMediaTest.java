package app.earmark.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case is a process of its own: JavaFX Media takes its sound device from the environment it starts in. */
class PlayThroughMediaTest {

    private static final Path ALSA = Path.of("/usr/share/alsa/alsa.conf");

    @TempDir
    Path folder;

    @Test
    void playsPlainWavToTheEndWhereTheFirstEngineCanNot() throws Exception {
        Path wav = Tones.sineFile(folder.resolve("plain.wav"), 440, 0.5, 44_100);
        Path captured = folder.resolve("heard.wav");

        assertThat(play(wav, capturingTo(captured))).containsExactly("PLAYING", "ENDED");

        assertThat(tone(captured)).as("what reached the sound device").isBetween(439.0, 441.0);
    }

    @Test
    void playsMp3ToTheEnd() throws Exception {
        assertThat(play(fixture("xing.mp3"), capturingTo(folder.resolve("heard.wav"))))
                .containsExactly("PLAYING", "ENDED");

        assertThat(folder.resolve("heard.wav")).isNotEmptyFile();
    }

    @Test
    void leavesAloneWhatMediaDoesNotPlay() throws Exception {
        Path extensible = WavFile.of(Tones.sine(440, 0.5, 0.1, 44_100))
                .as(WavFile.Header.EXTENSIBLE)
                .write(folder.resolve("extensible.wav"));

        assertThat(play(extensible, "null")).containsExactly("FAILED " + PlayThroughMedia.REFUSAL);
    }

    @Test
    void whereMediaFindsNoDeviceEitherTheFirstEnginesSentenceStands() throws Exception {
        Path wav = Tones.sineFile(folder.resolve("plain.wav"), 440, 0.1, 44_100);

        assertThat(play(wav, "hw card 77")).containsExactly("FAILED " + PlayThroughMedia.REFUSAL);
    }

    @Test
    void knowsWhatMediaPlaysByContent() throws Exception {
        Path wav = Tones.sineFile(folder.resolve("a.flac"), 440, 0.1, 8000);
        assertThat(MediaFormats.plays(wav)).isTrue();
        Path floating = WavFile.of(Tones.sine(440, 0.5, 0.1, 8000))
                .as(WavFile.Width.F32)
                .write(folder.resolve("f.wav"));
        assertThat(MediaFormats.plays(floating)).isFalse();
        assertThat(MediaFormats.plays(fixture("xing.mp3"))).isTrue();
        assertThat(MediaFormats.plays(fixture("aac.m4a"))).isTrue();
        assertThat(MediaFormats.plays(fixture("aiff-s24.aiff"))).isTrue();
        for (String other :
                List.of("aifc-f32.aifc", "flac-s16.flac", "vorbis.ogg", "adts.aac", "adpcm-ms.wav", "au-s16.au")) {
            assertThat(MediaFormats.plays(fixture(other))).as(other).isFalse();
        }
        assertThat(MediaFormats.plays(folder.resolve("gone.wav"))).isFalse();
        assertThat(MediaFormats.plays(Files.createFile(folder.resolve("empty.wav"))))
                .isFalse();
    }

    private static Path fixture(String name) throws Exception {
        return Path.of(PlayThroughMediaTest.class
                .getResource("/app/earmark/decode/" + name)
                .toURI());
    }

    /** An ALSA device that writes what it is to play into a file. */
    private static String capturingTo(Path file) {
        return "file slave.pcm null format wav file " + file;
    }

    /** Hertz of the tone that a 16-bit WAV file begins with, from zero crossings; gaps follow, as nothing paces the device. */
    private static double tone(Path wav) throws Exception {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
            ByteBuffer samples = ByteBuffer.wrap(
                            in.readNBytes((int) (0.15 * in.getFormat().getFrameRate())
                                    * in.getFormat().getFrameSize()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            int step = in.getFormat().getFrameSize();
            int first = -1;
            int last = -1;
            int cycles = -1;
            for (int at = step; at + step <= samples.limit(); at += step) {
                if (samples.getShort(at - step) < 0 && samples.getShort(at) >= 0) {
                    first = first < 0 ? at : first;
                    last = at;
                    cycles++;
                }
            }
            return cycles * in.getFormat().getFrameRate() * step / (last - first);
        }
    }

    private List<String> play(Path file, String device) throws Exception {
        Assumptions.assumeTrue(Files.exists(ALSA), "skipped: this machine has no ALSA");
        String[] words = device.split(" ", 2);
        Path config = Files.writeString(
                folder.resolve("asound.conf"),
                "<" + ALSA + ">\npcm.!default { type " + words[0] + " " + (words.length > 1 ? words[1] : "") + " }\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> display = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.matches("-D(glass|monocle|prism|testfx|java\\.awt)\\..*"));
        display.forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), PlayThroughMedia.class.getName(), file.toString()));
        ProcessBuilder child = new ProcessBuilder(command);
        child.environment().put("ALSA_CONFIG_PATH", config.toString());
        Path log = folder.resolve("child.log");
        child.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = child.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the player ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.matches("(PLAYING|PAUSED|STOPPED|ENDED|FAILED).*"))
                .toList();
    }
}
