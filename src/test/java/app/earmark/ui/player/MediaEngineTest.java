package app.earmark.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class MediaEngineTest extends ApplicationTest {

    private final BlockingQueue<PlaybackState> heard = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Override
    public void start(Stage stage) {}

    @Test
    void opensFilesOffTheWindowsThread() throws InterruptedException {
        AtomicBoolean onWindow = new AtomicBoolean(true);
        MediaEngine engine = new MediaEngine(file -> {
            onWindow.set(Platform.isFxApplicationThread());
            throw new IllegalArgumentException("not to be opened");
        });
        engine.onState(heard::add);

        interact(() -> engine.play(Path.of("a.wav"), 0));

        assertThat(heard.poll(30, TimeUnit.SECONDS))
                .extracting(PlaybackState::phase)
                .isEqualTo(Phase.FAILED);
        assertThat(onWindow).isFalse();
    }

    @Test
    void aFileThatIsNotThereFails() throws InterruptedException {
        MediaEngine engine = new MediaEngine();
        engine.onState(heard::add);

        engine.play(folder.resolve("gone.wav"), 0);

        assertThat(heard.poll(30, TimeUnit.SECONDS))
                .extracting(PlaybackState::phase)
                .isEqualTo(Phase.FAILED);
    }
}
