package app.earmark.ui.player;

import app.earmark.playback.PlaybackEngine;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.playback.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.util.Duration;

/**
 * Plays through JavaFX's media library: plain WAV, AIFF, MP3 and AAC. It reaches sound systems by another way than the
 * Java audio line, and so may play where that finds no device.
 */
public final class MediaEngine implements PlaybackEngine {

    /** Opens a file; never on the window's thread, as it loads the library, reads the file and looks for sound devices. */
    private final Function<Path, MediaPlayer> opener;

    private final AtomicLong newest = new AtomicLong();
    private MediaPlayer player;
    /** The library tells some ends twice. */
    private boolean ended;

    private double gain = 1;
    private Optional<Region> loop = Optional.empty();
    private volatile Consumer<PlaybackState> listener = state -> {};

    public MediaEngine() {
        this(MediaEngine::open);
    }

    MediaEngine(Function<Path, MediaPlayer> opener) {
        this.opener = opener;
    }

    /** Whether the file is of a kind the media library plays; reads its first bytes. */
    public static boolean plays(Path file) {
        return MediaFormats.plays(file);
    }

    @Override
    public void play(Path file, double fromSeconds) {
        long request = newest.incrementAndGet();
        onWindow(this::dispose);
        CompletableFuture.supplyAsync(() -> opener.apply(file))
                .whenComplete((opened, failure) -> Platform.runLater(() -> {
                    if (request == newest.get()) {
                        opened(Optional.ofNullable(opened), file, fromSeconds);
                    } else if (opened != null) {
                        opened.dispose();
                    }
                }));
    }

    private void opened(Optional<MediaPlayer> opened, Path file, double fromSeconds) {
        dispose();
        try {
            start(opened.orElseThrow(() -> new IllegalArgumentException(file + " can't be opened")), file, fromSeconds);
        } catch (MediaException | IllegalArgumentException | UnsupportedOperationException e) {
            listener.accept(failed(file));
        }
    }

    private static MediaPlayer open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not there");
        }
        return new MediaPlayer(new Media(file.toUri().toString()));
    }

    private void start(MediaPlayer started, Path file, double fromSeconds) {
        player = started;
        ended = false;
        started.setVolume(gain);
        started.setOnError(() -> listener.accept(failed(file)));
        started.setOnReady(() -> started.seek(Duration.seconds(fromSeconds)));
        started.setOnPlaying(() -> listener.accept(PlaybackState.of(Phase.PLAYING)));
        started.setOnPaused(() -> listener.accept(PlaybackState.of(Phase.PAUSED)));
        started.setOnEndOfMedia(() -> {
            if (loop.isEmpty() && !ended) {
                ended = true;
                listener.accept(PlaybackState.of(Phase.ENDED));
            }
        });
        applyLoop();
        started.play();
    }

    private static PlaybackState failed(Path file) {
        return PlaybackState.failed(file.getFileName() + " can't be played by the system's media library.");
    }

    private void applyLoop() {
        player.setCycleCount(loop.isPresent() ? MediaPlayer.INDEFINITE : 1);
        player.setStartTime(Duration.seconds(loop.map(Region::startSeconds).orElse(0.0)));
        player.setStopTime(
                loop.map(region -> Duration.seconds(region.endSeconds())).orElse(Duration.INDEFINITE));
    }

    @Override
    public void pause() {
        onWindow(() -> withPlayer(MediaPlayer::pause));
    }

    @Override
    public void resume() {
        onWindow(() -> withPlayer(paused -> {
            ended = false;
            paused.play();
        }));
    }

    @Override
    public void stop() {
        newest.incrementAndGet();
        onWindow(() -> {
            dispose();
            listener.accept(PlaybackState.of(Phase.STOPPED));
        });
    }

    @Override
    public void seek(double seconds) {
        onWindow(() -> withPlayer(playing -> {
            ended = false;
            playing.seek(Duration.seconds(seconds));
        }));
    }

    @Override
    public void loop(Optional<Region> region) {
        onWindow(() -> {
            loop = region;
            withPlayer(playing -> applyLoop());
        });
    }

    @Override
    public void volume(double newGain) {
        onWindow(() -> {
            gain = newGain;
            withPlayer(playing -> playing.setVolume(newGain));
        });
    }

    @Override
    public double positionSeconds() {
        MediaPlayer playing = player;
        return playing == null ? 0 : playing.getCurrentTime().toSeconds();
    }

    @Override
    public void onState(Consumer<PlaybackState> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        newest.incrementAndGet();
        onWindow(this::dispose);
    }

    private void dispose() {
        if (player != null) {
            player.dispose();
            player = null;
        }
    }

    private void withPlayer(Consumer<MediaPlayer> action) {
        if (player != null) {
            action.accept(player);
        }
    }

    private static void onWindow(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
