package app.earmark.ui.fakes;

import app.earmark.playback.PlaybackEngine;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.playback.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays nothing and writes down what it was told. */
public final class MemoryAudition implements PlaybackEngine {

    public final List<String> told = new ArrayList<>();
    public double position;
    public Optional<Region> loop = Optional.empty();
    public double gain;
    private final Optional<String> trouble;
    private Consumer<PlaybackState> listener = state -> {};

    public MemoryAudition() {
        this(Optional.empty());
    }

    /**
     * @param trouble why nothing ever plays
     */
    public MemoryAudition(Optional<String> trouble) {
        this.trouble = trouble;
    }

    @Override
    public void play(Path file, double fromSeconds) {
        told.add("play " + file.getFileName() + " from " + fromSeconds);
        position = fromSeconds;
        become(trouble.map(PlaybackState::failed).orElse(PlaybackState.of(Phase.PLAYING)));
    }

    @Override
    public void pause() {
        told.add("pause");
        become(PlaybackState.of(Phase.PAUSED));
    }

    @Override
    public void resume() {
        told.add("resume");
        become(PlaybackState.of(Phase.PLAYING));
    }

    @Override
    public void stop() {
        told.add("stop");
        become(PlaybackState.of(Phase.STOPPED));
    }

    @Override
    public void seek(double seconds) {
        told.add("seek " + seconds);
        position = seconds;
    }

    @Override
    public void loop(Optional<Region> region) {
        loop = region;
    }

    @Override
    public void volume(double newGain) {
        gain = newGain;
    }

    @Override
    public double positionSeconds() {
        return position;
    }

    @Override
    public void onState(Consumer<PlaybackState> newListener) {
        listener = newListener;
    }

    public void become(PlaybackState state) {
        listener.accept(state);
    }

    @Override
    public void close() {
        told.add("close");
    }
}
