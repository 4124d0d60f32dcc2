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

/** A process of its own that plays one file where the first engine finds no device; prints what a player is told. */
final class PlayThroughMedia {

    static final String REFUSAL = "No sound device was found.";

    private PlayThroughMedia() {}

    public static void main(String[] arguments) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {});
        FallbackEngine engine = new FallbackEngine(new NoDevice(), new MediaEngine(), MediaEngine::plays);
        engine.onState(state -> {
            System.out.println((state.phase() + " " + state.sentence().orElse("")).strip());
            if (state.phase() == Phase.ENDED || state.phase() == Phase.FAILED) {
                done.countDown();
            }
        });
        engine.play(Path.of(arguments[0]), 0);
        done.await(60, TimeUnit.SECONDS);
        engine.close();
        Platform.exit();
        Thread.sleep(500); // the media library writes what it still holds
        System.exit(0);
    }

    private static final class NoDevice implements PlaybackEngine {

        private Consumer<PlaybackState> listener = state -> {};

        @Override
        public void play(Path file, double fromSeconds) {
            listener.accept(PlaybackState.failed(REFUSAL));
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
        public void onState(Consumer<PlaybackState> newListener) {
            listener = newListener;
        }

        @Override
        public void close() {}
    }
}
