package app.earmark.ui.fakes;

import app.earmark.ui.player.Audition;
import app.earmark.ui.player.LoopRegion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays nothing and writes down what it was told. */
public final class MemoryAudition implements Audition {

    public final List<String> told = new ArrayList<>();
    public double position;
    public Optional<LoopRegion> loop = Optional.empty();
    public double gain;
    private final Optional<String> trouble;
    private Consumer<State> listener = state -> {};

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
        become(trouble.map(State::failed).orElse(State.of(Phase.PLAYING)));
    }

    @Override
    public void pause() {
        told.add("pause");
        become(State.of(Phase.PAUSED));
    }

    @Override
    public void resume() {
        told.add("resume");
        become(State.of(Phase.PLAYING));
    }

    @Override
    public void stop() {
        told.add("stop");
        become(State.of(Phase.STOPPED));
    }

    @Override
    public void seek(double seconds) {
        told.add("seek " + seconds);
        position = seconds;
    }

    @Override
    public void loop(Optional<LoopRegion> region) {
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
    public void onState(Consumer<State> newListener) {
        listener = newListener;
    }

    public void become(State state) {
        listener.accept(state);
    }
}
