package app.earmark.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinePlayerTest {

    private static final int RATE = 8000;

    @TempDir
    Path folder;

    private final Waveform noise = Tones.noise(1, 0.5, 2, RATE);
    private final LinkedBlockingQueue<PlaybackState> states = new LinkedBlockingQueue<>();
    private ClockedFakeSink sink = new ClockedFakeSink(1024);
    private LinePlayer player;

    @AfterEach
    void close() {
        if (player != null) {
            sink.freeRun();
            player.close();
        }
    }

    @Test
    void playsEverySampleFromTheStartAskedForToTheEnd() throws Exception {
        start();
        sink.freeRun();
        player.play(noiseFile(), 0.5);
        assertPhases(Phase.PLAYING, Phase.ENDED);
        assertThat(Arrays.equals(sink.heard(), part(4000, 16000))).isTrue();
        assertThat(player.positionSeconds()).isEqualTo(2.0);
    }

    @Test
    void thePositionIsWhatIsHeardNotWhatIsWritten() throws Exception {
        start();
        player.play(noiseFile(), 1.0);
        assertPhases(Phase.PLAYING);
        assertThat(player.positionSeconds()).isEqualTo(1.0);
        sink.hear(800);
        assertThat(player.positionSeconds()).isEqualTo(1.1);
    }

    @Test
    void pausingFallsSilentAndResumingLosesNothing() throws Exception {
        start();
        player.play(noiseFile(), 0);
        sink.hear(1000);
        assertPhases(Phase.PLAYING);
        player.pause();
        int heard = 1000 + hearUntil(Phase.PAUSED);
        assertThat(sink.isPaused()).isTrue();
        assertThat(heard).isLessThan(3000);
        assertThat(player.positionSeconds()).isEqualTo(heard / (double) RATE);
        player.resume();
        assertPhases(Phase.PLAYING);
        sink.freeRun();
        assertPhases(Phase.ENDED);
        assertThat(Arrays.equals(sink.heard(), noise.samples())).isTrue();
    }

    @Test
    void seekingDropsWhatWaitsAndGoesOnThere() throws Exception {
        start();
        player.play(noiseFile(), 0);
        sink.hear(1000);
        player.seek(1.5);
        sink.hear(600);
        sink.freeRun();
        assertPhases(Phase.PLAYING, Phase.ENDED);
        float[] heard = sink.heard();
        assertThat(Arrays.copyOf(heard, 1000)).isEqualTo(part(0, 1000));
        assertThat(Arrays.equals(Arrays.copyOfRange(heard, heard.length - 4000, heard.length), part(12000, 16000)))
                .isTrue();
        assertThat(player.positionSeconds()).isEqualTo(2.0);
    }

    @Test
    void aRegionRepeatsWithoutAGap() throws Exception {
        start();
        player.loop(Optional.of(new Region(0.5, 0.6)));
        player.play(noiseFile(), 0.45);
        float[] heard = sink.hear(400 + 3 * 800 + 200);
        float[] expected = new float[heard.length];
        System.arraycopy(noise.samples(), 3600, expected, 0, 1200);
        for (int at = 1200; at < expected.length; at += 800) {
            System.arraycopy(noise.samples(), 4000, expected, at, Math.min(800, expected.length - at));
        }
        assertThat(Arrays.equals(heard, expected)).isTrue();
        assertThat(player.positionSeconds()).isCloseTo(0.525, within(1e-9));
        player.loop(Optional.empty());
        sink.freeRun();
        assertPhases(Phase.PLAYING, Phase.ENDED);
        assertThat(player.positionSeconds()).isEqualTo(2.0);
    }

    @Test
    void aRegionBeyondTheEndRepeatsThereAndAnEmptyOneEnds() throws Exception {
        start();
        player.loop(Optional.of(new Region(1.9, 99)));
        player.play(noiseFile(), 0);
        float[] heard = sink.hear(16000 + 800 + 10);
        assertThat(Arrays.copyOfRange(heard, 16000, 16800)).isEqualTo(part(15200, 16000));
        assertThat(Arrays.copyOfRange(heard, 16800, 16810)).isEqualTo(part(15200, 15210));
        player.loop(Optional.of(new Region(50, 51)));
        sink.freeRun();
        assertPhases(Phase.PLAYING, Phase.ENDED);
    }

    @Test
    void theNextSoundEndsTheOneBeforeAtOnce() throws Exception {
        Path first = noiseFile();
        Path second = WavFile.of(Tones.constant(0.25, 0.1, RATE)).write(folder.resolve("second.wav"));
        start();
        player.play(first, 0);
        sink.hear(100);
        for (int i = 0; i < 50; i++) {
            player.play(first, 0.01 * i);
        }
        player.play(second, 0);
        sink.freeRun();
        PlaybackState last;
        do {
            last = states.poll(10, TimeUnit.SECONDS);
            assertThat(last).isNotNull();
        } while (last.phase() != Phase.ENDED);
        float[] heard = sink.heard();
        float[] tail = Arrays.copyOfRange(heard, heard.length - 800, heard.length);
        assertThat(tail).containsOnly(0.25f);
    }

    @Test
    void stoppingIsSilenceAndTheBeginning() throws Exception {
        start();
        player.play(noiseFile(), 1);
        sink.hear(100);
        assertPhases(Phase.PLAYING);
        player.stop();
        hearUntil(Phase.STOPPED);
        assertThat(player.positionSeconds()).isZero();
    }

    @Test
    void withoutADeviceItSaysSoAndWorksOnceThereIsOne() throws Exception {
        sink.unplug(true);
        start();
        player.play(noiseFile(), 0);
        PlaybackState failed = states.poll(10, TimeUnit.SECONDS);
        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.sentence()).get().asString().startsWith("No sound device");
        sink.unplug(false);
        sink.freeRun();
        player.play(noiseFile(), 0);
        assertPhases(Phase.PLAYING, Phase.ENDED);
    }

    @Test
    void aFileThatIsNoSoundIsNamed() throws Exception {
        start();
        player.play(Files.writeString(folder.resolve("notes.wav"), "not sound"), 0);
        PlaybackState failed = states.poll(10, TimeUnit.SECONDS);
        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.sentence()).get().asString().contains("notes.wav");
    }

    @Test
    void aRateTheDeviceRefusesIsChanged() throws Exception {
        sink = new ClockedFakeSink(1024, new SinkFormat(new SampleRate(48_000), 2));
        start();
        sink.freeRun();
        Path file = WavFile.of(Tones.sine(1000, 0.5, 1, 44_100))
                .as(WavFile.Width.F32)
                .write(folder.resolve("tone.wav"));
        player.play(file, 0.25);
        assertPhases(Phase.PLAYING, Phase.ENDED);
        float[] heard = sink.heard();
        assertThat(heard.length).isEqualTo(2 * 36_000);
        float[] right = new float[20_000];
        for (int i = 0; i < right.length; i++) {
            assertThat(heard[2 * (i + 8000)]).isEqualTo(heard[2 * (i + 8000) + 1]);
            right[i] = heard[2 * (i + 8000) + 1];
        }
        assertThat(Tones.levelAt(new Waveform(right, new SampleRate(48_000)), 1000))
                .isCloseTo(0.5, within(1e-4));
        assertThat(player.positionSeconds()).isCloseTo(1.0, within(1e-3));
    }

    @Test
    void theVolumeChangesWithoutAClick() throws Exception {
        Path file =
                WavFile.of(Tones.constant(0.8, 2, RATE)).as(WavFile.Width.F32).write(folder.resolve("dc.wav"));
        start();
        player.play(file, 0);
        sink.hear(2000);
        player.volume(0.25);
        sink.freeRun();
        assertPhases(Phase.PLAYING, Phase.ENDED);
        float[] heard = sink.heard();
        assertThat(heard[1999]).isEqualTo(0.8f);
        assertThat(heard[15_999]).isEqualTo(0.2f);
        for (int i = 1; i < heard.length; i++) {
            assertThat(Math.abs(heard[i] - heard[i - 1])).isLessThan(0.01f);
        }
    }

    @Test
    void closingGivesTheDeviceBack() throws Exception {
        start();
        player.play(noiseFile(), 0);
        sink.hear(100);
        sink.freeRun();
        player.close();
        long deadline = System.currentTimeMillis() + 10_000;
        while (!sink.isClosed() && System.currentTimeMillis() < deadline) {
            Thread.sleep(5);
        }
        assertThat(sink.isClosed()).isTrue();
    }

    private void start() {
        player = new LinePlayer(new FfmpegAudioDecoder(), sink);
        player.onState(states::add);
    }

    private Path noiseFile() {
        return WavFile.of(noise).as(WavFile.Width.F32).write(folder.resolve("noise.wav"));
    }

    private float[] part(int from, int to) {
        return Arrays.copyOfRange(noise.samples(), from, to);
    }

    /** The device's clock goes on (the player may be waiting for room in it) until the next state, which is this one. */
    private int hearUntil(Phase phase) throws InterruptedException {
        int frames = 0;
        PlaybackState state = null;
        long deadline = System.currentTimeMillis() + 10_000;
        while (state == null && System.currentTimeMillis() < deadline) {
            frames += sink.hearSome(16);
            state = states.poll(1, TimeUnit.MILLISECONDS);
        }
        assertThat(state).isEqualTo(PlaybackState.of(phase));
        return frames;
    }

    private void assertPhases(Phase... expected) throws InterruptedException {
        for (Phase phase : expected) {
            PlaybackState state = states.poll(10, TimeUnit.SECONDS);
            assertThat(state).as("state after waiting for %s", phase).isNotNull();
            assertThat(state.phase()).isEqualTo(phase);
        }
    }
}
