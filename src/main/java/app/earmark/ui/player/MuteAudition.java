package app.earmark.ui.player;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Stands in where no sound can be played: says why whenever one should. */
public final class MuteAudition implements Audition {

    private final String reason;
    private Consumer<State> listener = state -> {};

    /**
     * @param reason a sentence for the person
     */
    public MuteAudition(String reason) {
        this.reason = reason;
    }

    @Override
    public void play(Path file, double fromSeconds) {
        listener.accept(State.failed(reason));
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
    public void loop(Optional<LoopRegion> region) {}

    @Override
    public void volume(double gain) {}

    @Override
    public double positionSeconds() {
        return 0;
    }

    @Override
    public void onState(Consumer<State> newListener) {
        listener = newListener;
    }
}
