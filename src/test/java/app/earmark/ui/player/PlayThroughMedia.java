package app.earmark.ui.player;

import app.earmark.playback.PlaybackEngine;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.playback.Region;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/** A process of its own that plays one file through JavaFX Media and prints who played it. */
final class PlayThroughMedia {

    private PlayThroughMedia() {}

    public static void main(String[] arguments) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {});
        MediaPlaybackEngine engine = new MediaPlaybackEngine(new Otherwise(done));
        engine.onState(state -> {
            System.out.println("media " + state.phase());
            if (state.phase() == Phase.ENDED || state.phase() == Phase.FAILED) {
                done.countDown();
            }
        });
        engine.play(Path.of(arguments[0]), 0);
        done.await(60, TimeUnit.SECONDS);
        System.exit(0);
    }

    private record Otherwise(CountDownLatch done) implements PlaybackEngine {

        @Override
        public void play(Path file, double fromSeconds) {
            System.out.println("otherwise plays " + file.getFileName());
            done.countDown();
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void stop() {}

        @Override
        public void seek(double seconds) {}

        @Override
        public void loop(Optional<Region> region) {}

        @Override
        public void volume(double gain) {}

        @Override
        public double positionSeconds() {
            return 0;
        }

        @Override
        public void onState(Consumer<PlaybackState> listener) {}

        @Override
        public void close() {}
    }
}
