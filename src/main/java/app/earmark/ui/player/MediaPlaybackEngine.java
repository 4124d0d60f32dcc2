package app.earmark.ui.player;

import app.earmark.playback.PlaybackEngine;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.playback.Region;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second engine: JavaFX Media for what it plays (see {@link MediaFormats}), and another engine for everything else,
 * including what Media takes up and then refuses. Its position is as coarse as Media reports it.
 */
public final class MediaPlaybackEngine implements PlaybackEngine {

    private static final Logger LOG = LoggerFactory.getLogger(MediaPlaybackEngine.class);

    private final PlaybackEngine otherwise;
    private final AtomicLong newest = new AtomicLong();
    private volatile Consumer<PlaybackState> listener = state -> {};
    private volatile boolean mediaPlays;
    private volatile double mediaPosition;
    private MediaPlayer player;
    private Optional<Region> region = Optional.empty();
    private double volume = 1;

    /** @param otherwise plays the rest; closed together with this engine */
    public MediaPlaybackEngine(PlaybackEngine otherwise) {
        this.otherwise = otherwise;
        otherwise.onState(state -> {
            if (!mediaPlays) {
                listener.accept(state);
            }
        });
    }

    @Override
    public void play(Path file, double fromSeconds) {
        long request = newest.incrementAndGet();
        CompletableFuture.supplyAsync(() -> MediaFormats.plays(file))
                .thenAccept(plays -> Platform.runLater(() -> {
                    if (request != newest.get()) {
                        return;
                    }
                    dispose();
                    if (plays) {
                        mediaPlays = true;
                        otherwise.stop();
                        playMedia(request, file, fromSeconds);
                    } else {
                        handOver(file, fromSeconds);
                    }
                }));
    }

    private void playMedia(long request, Path file, double fromSeconds) {
        try {
            Media media = new Media(file.toUri().toString());
            MediaPlayer opened = new MediaPlayer(media);
            player = opened;
            mediaPosition = fromSeconds;
            opened.setVolume(volume);
            opened.setOnError(() -> refused(request, file, fromSeconds, opened.getError()));
            opened.setOnReady(() -> {
                applyRegion();
                opened.seek(Duration.seconds(fromSeconds));
                opened.play();
            });
            opened.currentTimeProperty().addListener((value, before, now) -> mediaPosition = now.toSeconds());
            opened.setOnPlaying(() -> tell(request, Phase.PLAYING));
            opened.setOnPaused(() -> tell(request, Phase.PAUSED));
            opened.setOnStopped(() -> tell(request, Phase.STOPPED));
            opened.setOnEndOfMedia(() -> {
                if (opened.getCycleCount() == 1) {
                    tell(request, Phase.ENDED);
                }
            });
        } catch (MediaException | IllegalArgumentException e) {
            refused(request, file, fromSeconds, e);
        }
    }

    private void tell(long request, Phase phase) {
        if (request == newest.get()) {
            listener.accept(PlaybackState.of(phase));
        }
    }

    private void refused(long request, Path file, double fromSeconds, Exception reason) {
        if (request == newest.get() && mediaPlays) {
            LOG.info("JavaFX Media does not play {}: {}", file, String.valueOf(reason));
            dispose();
            handOver(file, fromSeconds);
        }
    }

    private void handOver(Path file, double fromSeconds) {
        mediaPlays = false;
        otherwise.play(file, fromSeconds);
    }

    private void dispose() {
        if (player != null) {
            player.dispose();
            player = null;
        }
    }

    private void applyRegion() {
        player.setStartTime(Duration.seconds(region.map(Region::startSeconds).orElse(0.0)));
        Duration end = player.getTotalDuration();
        player.setStopTime(region.map(Region::endSeconds)
                .map(Duration::seconds)
                .filter(stop -> stop.lessThan(end))
                .orElse(end));
        player.setCycleCount(region.isPresent() ? MediaPlayer.INDEFINITE : 1);
    }

    private void onMedia(Runnable action) {
        Platform.runLater(() -> {
            if (player != null) {
                action.run();
            }
        });
    }

    @Override
    public void pause() {
        onMedia(() -> player.pause());
        otherwise.pause();
    }

    @Override
    public void resume() {
        onMedia(() -> player.play());
        otherwise.resume();
    }

    @Override
    public void stop() {
        newest.incrementAndGet();
        Platform.runLater(() -> {
            if (player != null) {
                dispose();
                mediaPosition = 0;
                listener.accept(PlaybackState.of(Phase.STOPPED));
            }
        });
        otherwise.stop();
    }

    @Override
    public void seek(double seconds) {
        onMedia(() -> {
            mediaPosition = seconds;
            player.seek(Duration.seconds(seconds));
        });
        otherwise.seek(seconds);
    }

    @Override
    public void loop(Optional<Region> newRegion) {
        otherwise.loop(newRegion);
        Platform.runLater(() -> {
            region = newRegion;
            if (player != null && player.getStatus() != MediaPlayer.Status.UNKNOWN) {
                applyRegion();
            }
        });
    }

    @Override
    public void volume(double gain) {
        otherwise.volume(gain);
        Platform.runLater(() -> {
            volume = gain;
            if (player != null) {
                player.setVolume(gain);
            }
        });
    }

    @Override
    public double positionSeconds() {
        return mediaPlays ? mediaPosition : otherwise.positionSeconds();
    }

    @Override
    public void onState(Consumer<PlaybackState> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        newest.incrementAndGet();
        Platform.runLater(this::dispose);
        otherwise.close();
    }
}
