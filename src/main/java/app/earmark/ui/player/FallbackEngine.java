package app.earmark.ui.player;

import app.earmark.playback.PlaybackEngine;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.playback.Region;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Two engines that look like one: what the first can't play is tried with the second, if that knows the format. Should
 * both fail, the person is told what the first one said.
 */
public final class FallbackEngine implements PlaybackEngine {

    private final PlaybackEngine first;
    private final PlaybackEngine second;
    private final Predicate<Path> knownToSecond;
    private PlaybackEngine current;
    private Path file;
    private double from;
    private PlaybackState refusal;
    private Consumer<PlaybackState> listener = state -> {};

    public FallbackEngine(PlaybackEngine first, PlaybackEngine second, Predicate<Path> knownToSecond) {
        this.first = first;
        this.second = second;
        this.knownToSecond = knownToSecond;
        current = first;
        first.onState(this::firstBecame);
        second.onState(this::secondBecame);
    }

    private void firstBecame(PlaybackState state) {
        synchronized (this) {
            if (current != first) {
                return;
            }
            if (state.phase() == Phase.FAILED && file != null && knownToSecond.test(file)) {
                refusal = state;
                current = second;
            }
        }
        if (current() == second) {
            second.play(file, from);
        } else {
            tell(state);
        }
    }

    private void secondBecame(PlaybackState state) {
        if (current() == second) {
            tell(state.phase() == Phase.FAILED ? refusal : state);
        }
    }

    private void tell(PlaybackState state) {
        listener.accept(state);
    }

    @Override
    public void play(Path newFile, double fromSeconds) {
        synchronized (this) {
            if (current == second) {
                second.stop();
            }
            file = newFile;
            from = fromSeconds;
            current = first;
        }
        first.play(newFile, fromSeconds);
    }

    @Override
    public void pause() {
        current().pause();
    }

    @Override
    public void resume() {
        current().resume();
    }

    @Override
    public void stop() {
        current().stop();
    }

    @Override
    public void seek(double seconds) {
        current().seek(seconds);
    }

    @Override
    public void loop(Optional<Region> region) {
        first.loop(region);
        second.loop(region);
    }

    @Override
    public void volume(double gain) {
        first.volume(gain);
        second.volume(gain);
    }

    @Override
    public double positionSeconds() {
        return current().positionSeconds();
    }

    @Override
    public void onState(Consumer<PlaybackState> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }

    private synchronized PlaybackEngine current() {
        return current;
    }
}
